using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract;

/// <summary>The result of loading a document.</summary>
public abstract record LoadResult
{
    private LoadResult()
    {
    }

    /// <summary>The document can be served; its warnings are in <see cref="ContractDescription.Diagnostics"/>.</summary>
    public sealed record Loaded(ContractDescription Api) : LoadResult;

    /// <summary>The document cannot be served; all its faults, including warnings, in document order.</summary>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : LoadResult;
}
