using SocialContract.Verification.Results;

namespace SocialContract.Verification.Baselines;

/// <summary>Makes the baseline that an update writes.</summary>
internal static class BaselineUpdate
{
    /// <summary>
    /// An entry for each rule that fails or could not be asked although it is listed. Entries that stay keep their day and note, also a day
    /// that has passed: only people postpone a failure again. New ones are known until the given day, with what was found for
    /// a note. Ordered by operation and rule, so that the file's differences are those of the server.
    /// </summary>
    /// <param name="report">The report of the run, with or without the old baseline applied.</param>
    /// <param name="until">The last day of new entries.</param>
    public static Baseline Make(VerificationReport report, Baseline old, DateOnly until)
    {
        var entries = old.ByRule();
        return new Baseline(
        [
            .. report.Rules
                .Select(rule => (rule, entry: entries.GetValueOrDefault((rule.Id, rule.Operation))))
                .Where(pair => pair.rule.Outcome is Outcome.Failed or Outcome.Known
                    || (pair.entry is not null && pair.rule.Outcome is Outcome.Blocked or Outcome.NotExercised))
                .Select(pair => pair.entry is { } entry
                    ? entry with { Note = report.Redactor.Text(entry.Note) }
                    : new BaselineEntry(pair.rule.Id, pair.rule.Operation, until, Note(pair.rule)))
                .DistinctBy(entry => (entry.Rule, entry.Operation))
                .OrderBy(entry => entry.Operation, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal),
        ]);
    }

    private static string Note(CheckResult rule) => rule.Failures.Count > 0 ? $"found {rule.Failures[0].Found.TrimEnd('.')}" : "";
}
