using SocialContract.Verification.Results;

namespace SocialContract.Verification.Baselines;

/// <summary>Makes the baseline that an update writes.</summary>
internal static class BaselineUpdate
{
    /// <summary>
    /// An entry for each check that fails or could not be asked although it is listed. Entries that stay keep their day and note, also a
    /// day that has passed: only people postpone a failure again. New ones are known until the given day, with what was found for a note.
    /// Ordered by operation and check, so that the file's differences are those of the server.
    /// </summary>
    /// <param name="report">The report of the run, with or without the old baseline applied.</param>
    /// <param name="until">The last day of new entries.</param>
    public static Baseline Make(VerificationReport report, Baseline old, DateOnly until)
    {
        var entries = old.ByCheck();
        return new Baseline(
        [
            .. report.Checks
                .Select(check => (check, entry: entries.GetValueOrDefault((check.Id, check.Operation))))
                .Where(pair => pair.check.Outcome is Outcome.Failed or Outcome.Known
                    || (pair.entry is not null && pair.check.Outcome is Outcome.Blocked or Outcome.NotExercised))
                .Select(pair => pair.entry is { } entry
                    ? entry with { Note = report.Redactor.Text(entry.Note) }
                    : new BaselineEntry(pair.check.Id, pair.check.Operation, until, Note(pair.check)))
                .DistinctBy(entry => (entry.Check, entry.Operation))
                .OrderBy(entry => entry.Operation, StringComparer.Ordinal)
                .ThenBy(entry => entry.Check, StringComparer.Ordinal),
        ]);
    }

    private static string Note(CheckResult check) => check.Failures.Count > 0 ? $"found {check.Failures[0].Found.TrimEnd('.')}" : "";
}
