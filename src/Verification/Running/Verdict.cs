using System.Globalization;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>The whole run in a word.</summary>
internal static class Verdict
{
    /// <param name="reason">Why nothing was tested; null where the run went through.</param>
    /// <param name="cutOff">Why the run ended before everything was asked; null where it did not.</param>
    public static (VerificationVerdict Verdict, string Reason) Of(IReadOnlyList<CheckResult> rows, string? reason, string? cutOff)
    {
        if (reason is not null)
        {
            return (VerificationVerdict.NotTested, reason);
        }

        if (rows.Any(row => row.Outcome == Outcome.Failed))
        {
            return (VerificationVerdict.Violates, "");
        }

        if (cutOff is not null)
        {
            return (VerificationVerdict.NotTested, string.Create(CultureInfo.InvariantCulture, $"Not everything was asked: {cutOff}."));
        }

        if (rows.Any(row => row.Outcome == Outcome.Passed))
        {
            return (VerificationVerdict.Conforms, "");
        }

        var blocked = rows.FirstOrDefault(row => row.Outcome == Outcome.Blocked);
        return (VerificationVerdict.NotTested, blocked is null ? "Nothing was exercised." : $"Nothing could be asked: {blocked.Reason}.");
    }
}
