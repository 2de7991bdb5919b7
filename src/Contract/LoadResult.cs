using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract;

/// <summary>The result of loading a document.</summary>
public abstract record LoadResult
{
    private LoadResult()
    {
    }

    /// <summary>Gives what one of the functions makes of the result.</summary>
    public abstract T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected);

    /// <summary>Understood; harmless faults are in <see cref="ContractDescription.Diagnostics"/>.</summary>
    public sealed record Loaded(ContractDescription Api) : LoadResult
    {
        public override T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected) => loaded(Api);
    }

    /// <summary>Not understood; all faults, warnings included, in document order.</summary>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Diagnostics) : LoadResult
    {
        public override T Match<T>(Func<ContractDescription, T> loaded, Func<IReadOnlyList<Diagnostic>, T> rejected) => rejected(Diagnostics);
    }
}
