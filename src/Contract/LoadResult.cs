using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract;

/// <summary>The result of loading a document.</summary>
public abstract record LoadResult
{
    private LoadResult()
    {
    }

    /// <summary>Returns the result of the function for this case.</summary>
    public abstract T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected);

    /// <summary>The document can be served; its warnings are in <see cref="ContractDescription.Diagnostics"/>.</summary>
    public sealed record Loaded(ContractDescription Api) : LoadResult
    {
        public override T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected) => loaded(Api);
    }

    /// <summary>The document cannot be served; all its faults, including warnings, in document order.</summary>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : LoadResult
    {
        public override T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected) =>
            rejected(Diagnostics);
    }
}
