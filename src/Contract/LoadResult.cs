using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract;

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
