using System.Globalization;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Baselines;

/// <summary>Applies a baseline to a run's report.</summary>
internal static class BaselineFilter
{
    /// <summary>
    /// Failed checks that are listed become known, up to and including their day; after it they fail, and say that they were known. Entries
    /// whose check was asked and no longer fails are notices of the report. The verdict follows from what still fails.
    /// </summary>
    /// <param name="today">The day to judge by.</param>
    public static VerificationReport Apply(VerificationReport report, Baseline baseline, DateOnly today)
    {
        var entries = baseline.ByCheck();
        var checks = report.Checks
            .Select(check => entries.TryGetValue((check.Id, check.Operation), out var entry)
                ? Apply(check, entry with { Note = report.Redactor.Text(entry.Note) }, today)
                : check)
            .ToList();
        var verdict = report.Verdict == VerificationVerdict.NotTested ? VerificationVerdict.NotTested
            : checks.Exists(check => check.Outcome == Outcome.Failed) ? VerificationVerdict.Violates
            : report.Untested.Length > 0 ? VerificationVerdict.Incomplete
            : VerificationVerdict.Conforms;
        return report with
        {
            Checks = checks,
            Verdict = verdict,
            Reason = verdict == VerificationVerdict.Incomplete ? report.Untested : report.Reason,
            Notices = [.. report.Notices, .. Stale(report, baseline).Select(Notice)],
        };
    }

    /// <summary>The entries whose check was asked and does not fail, in the baseline's order.</summary>
    public static IReadOnlyList<BaselineEntry> Stale(VerificationReport report, Baseline baseline)
    {
        var outcomes = report.Checks.GroupBy(check => (check.Id, check.Operation))
            .ToDictionary(group => group.Key, group => group.First().Outcome);
        return
        [
            .. baseline.Entries.Where(entry => outcomes.TryGetValue((entry.Check, entry.Operation), out var outcome)
                && outcome is Outcome.Passed or Outcome.Question or Outcome.Undocumented),
        ];
    }

    private static CheckResult Apply(CheckResult check, BaselineEntry entry, DateOnly today)
    {
        if (check.Outcome != Outcome.Failed)
        {
            return check;
        }

        var note = entry.Note.Length > 0 ? $": {entry.Note}" : "";
        return entry.Until >= today
            ? check with { Outcome = Outcome.Known, KnownUntil = entry.Until, Reason = $"until {Day(entry.Until)}{note}" }
            : check with { Reason = $"it was known until {Day(entry.Until)}, and that day has passed{note}" };
    }

    private static string Notice(BaselineEntry entry) =>
        $"{entry.Check} of {entry.Operation} no longer fails: take it out of the baseline, where it is known until {Day(entry.Until)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
