using SocialApi.Verification.Results;

namespace SocialApi.Verification.Running;

/// <summary>The whole run in a word.</summary>
internal static class Verdict
{
    /// <param name="reason">Why nothing was tested; null where the run went through.</param>
    public static (VerificationVerdict Verdict, string Reason) Of(IReadOnlyList<RuleResult> rows, string? reason)
    {
        if (reason is not null)
        {
            return (VerificationVerdict.NotTested, reason);
        }

        if (rows.Any(row => row.Outcome == Outcome.Failed))
        {
            return (VerificationVerdict.Violates, "");
        }

        if (rows.Any(row => row.Outcome == Outcome.Passed))
        {
            return (VerificationVerdict.Conforms, "");
        }

        var blocked = rows.FirstOrDefault(row => row.Outcome == Outcome.Blocked);
        return (VerificationVerdict.NotTested, blocked is null ? "Nothing was exercised." : $"Nothing could be asked: {blocked.Reason}.");
    }
}
