using SocialContract.Verification.Reporting.Json;
using SocialContract.Verification.Reporting.Sarif;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// SARIF 2.1.0 (OASIS): every check as a SARIF rule with its help, and a result for each way in which a check is not met, at the
/// check's line of the document. What could not be asked is a notification of the tool, not a result.
/// </summary>
internal static class SarifReport
{
    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        var rules = new SarifRules(report);
        var driver = new SarifDriver("social-contract", typeof(SarifReport).Assembly.GetName().Version!.ToString(3), rules.All);
        var run = new SarifRun(
            new SarifTool(driver),
            [new SarifInvocation(report.Verdict != VerificationVerdict.NotTested, [.. Notifications(report)])],
            "utf16CodeUnits",
            [.. report.Checks.SelectMany(check => SarifResults.Of(check, rules.IndexOf(check)))],
            new SarifRunProperties(
                OutcomeWords.Id(report.Verdict),
                Printable.Line(report.Target),
                Printable.Line(report.Document),
                Printable.Line(report.PlanHash)));
        var log = new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [run]);
        VerificationJson.Write(output, log, VerificationJson.Readable.SarifLog);
    }

    private static IEnumerable<SarifNotification> Notifications(VerificationReport report)
    {
        if (report.Verdict is VerificationVerdict.NotTested or VerificationVerdict.Incomplete)
        {
            yield return Notification("error", VerdictSentence.Of(report));
        }

        foreach (var (outcome, level) in ((Outcome, string)[])[(Outcome.Blocked, "warning"), (Outcome.NotExercised, "note")])
        {
            foreach (var group in ReasonSummary.Of(report, outcome))
            {
                yield return Notification(level, $"{OutcomeWords.Label(outcome)}, {group.Extent}: {group.Reason}");
            }
        }

        foreach (var notice in report.Notices)
        {
            yield return Notification("note", notice);
        }
    }

    private static SarifNotification Notification(string level, string text) => new(level, new SarifMessage(SarifText.Message(text)));
}
