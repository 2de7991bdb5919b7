using SocialContract.Contract.Diagnostics;

namespace SocialContract.Verification.Baselines;

/// <summary>The result of loading a baseline file.</summary>
internal abstract record BaselineLoadResult
{
    private BaselineLoadResult()
    {
    }

    public sealed record Loaded(Baseline Baseline) : BaselineLoadResult;

    /// <param name="Errors">Every fault of the file, in its order.</param>
    public sealed record Rejected(IReadOnlyList<Diagnostic> Errors) : BaselineLoadResult;
}
