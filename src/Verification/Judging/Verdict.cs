using System.Globalization;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>The verdict on the whole run.</summary>
internal static class Verdict
{
    /// <param name="unresponsive">Why the run stopped sending; null if the server responded to the end.</param>
    /// <param name="limit">When the run ended early.</param>
    /// <param name="faults">A clause for each fault of the kit itself.</param>
    /// <param name="shortfall">What the plan leaves out; null: nothing.</param>
    /// <param name="untested">The operations that could not be tested, in a sentence; null where each was tested.</param>
    /// <returns>With the reason if the verdict is not tested or incomplete; empty otherwise.</returns>
    public static (VerificationVerdict Verdict, string Reason) Of(
        Verdicts verdicts,
        string? unresponsive,
        RunLimit limit,
        IReadOnlyList<string> faults,
        PlanShortfall? shortfall,
        string? untested = null)
    {
        var checks = verdicts.Checks;
        if (faults.Count > 0)
        {
            var others = faults.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $", and {faults.Count - 1} times more") : "";
            return (VerificationVerdict.NotTested, $"Not everything was tested, and the server is not the cause: {faults[0]}{others}.");
        }

        if (limit.IsInterrupted)
        {
            return (VerificationVerdict.NotTested, $"Not every request was sent: {limit.Reason}.");
        }

        if (verdicts.Obstacle is { } obstacle)
        {
            return (VerificationVerdict.NotTested, obstacle);
        }

        if (checks.Any(check => check.Outcome == Outcome.Failed))
        {
            return (VerificationVerdict.Violates, "");
        }

        if ((unresponsive ?? (verdicts.IsTimeOver ? limit.Reason : null)) is { } cutOff)
        {
            return (VerificationVerdict.NotTested, string.Create(CultureInfo.InvariantCulture, $"Not every request was sent: {cutOff}."));
        }

        if (shortfall is { IsLarge: true })
        {
            return (VerificationVerdict.NotTested, shortfall.Sentence);
        }

        if (checks.Any(check => check.Outcome == Outcome.Passed))
        {
            return untested is null ? (VerificationVerdict.Conforms, "") : (VerificationVerdict.Incomplete, untested);
        }

        var blocked = checks.FirstOrDefault(check => check.Outcome == Outcome.Blocked);
        return (VerificationVerdict.NotTested, blocked is null ? "Nothing was exercised." : $"Nothing could be tested: {blocked.Reason}.");
    }
}
