using SocialContract.Contract.Diagnostics;

namespace SocialContract.Verification.Baselines;

/// <summary>What became of a baseline file.</summary>
public abstract record BaselineLoadResult
{
    private BaselineLoadResult()
    {
    }

    public sealed record Loaded(Baseline Baseline) : BaselineLoadResult;

    /// <param name="Errors">Every fault of the file, in its order.</param>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Errors) : BaselineLoadResult;
}
