using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>Results of checks: failed is an error, a question a warning, undocumented a note, known a suppressed error.</summary>
internal static class SarifResults
{
    /// <summary>A result for each way in which the check is not met; none for a check that passed or could not be asked.</summary>
    public static IEnumerable<SarifResult> Of(CheckResult check, int ruleIndex) => check switch
    {
        { Outcome: Outcome.Passed or Outcome.Blocked or Outcome.NotExercised } => [],
        { Failures.Count: 0 } => [Result(check, ruleIndex, null, 0)],
        _ => check.Failures.Select((failure, number) => Result(check, ruleIndex, failure, number)),
    };

    private static SarifResult Result(CheckResult check, int ruleIndex, Failure? failure, int number) => new(
        Printable.Line(check.Id),
        ruleIndex,
        check.Outcome switch { Outcome.Question => "warning", Outcome.Undocumented => "note", _ => "error" },
        new SarifMessage(SarifText.Message(Message(check, failure))),
        [Location(check)],
        new SarifFingerprints(
            string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(check.Operation)} {Printable.Line(check.Id)} {number}")),
        check.Outcome == Outcome.Known ? [new SarifSuppression("external", Printable.Line(check.Reason))] : null,
        failure is null ? null : SarifExchange.Request(failure.Exchange.Request),
        failure is null ? null : SarifExchange.Response(failure.Exchange.Response),
        new SarifResultProperties(
            OutcomeWords.Id(check.Outcome),
            Printable.Line(check.Operation),
            failure is null ? null : Printable.Line(failure.Exchange.Case),
            failure is null ? null : Printable.Lines(failure.Exchange.Curl)));

    private static string Message(CheckResult check, Failure? failure)
    {
        var found = failure is null ? check.Statement : FailureText.BesideReason(check, failure);
        var reason = check.Reason.Length > 0 ? $" {check.Reason.TrimEnd('.')}." : "";
        return $"{check.Operation}: {CheckWords.Heading(check).TrimEnd('.')}: {found}.{reason}";
    }

    private static SarifLocation Location(CheckResult check) => new(
        new SarifPhysicalLocation(new SarifArtifactLocation(SarifText.Uri(check.File)), new SarifRegion(Math.Max(check.Line, 1))),
        [new SarifLogicalLocation(Printable.Line(check.Operation), Printable.Line(check.Pointer))]);
}
