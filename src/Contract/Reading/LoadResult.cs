using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>What became of a document.</summary>
public abstract record LoadResult
{
    private LoadResult()
    {
    }

    /// <summary>Understood; harmless faults are in <see cref="ContractDescription.Diagnostics"/>.</summary>
    public sealed record Loaded(ContractDescription Api) : LoadResult;

    /// <summary>Not understood; all faults, warnings included, in document order.</summary>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : LoadResult;
}
