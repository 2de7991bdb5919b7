using System.Text.Json.Serialization;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Json;

/// <summary>The JSON report: <c>{"verdict", "summary", "rules"}</c>. Programs depend on these names.</summary>
internal sealed record ReportJson(
    string Verdict, SummaryJson Summary, [property: JsonPropertyName("rules")] IReadOnlyList<CheckJson> Checks)
{
    public static ReportJson Of(VerificationReport report) =>
        new(OutcomeWords.Id(report.Verdict), SummaryJson.Of(report), [.. report.Checks.Select(CheckJson.Of)]);
}

/// <param name="Requests">How many requests were sent.</param>
/// <param name="Seconds">Rounded to milliseconds.</param>
internal sealed record SummaryJson(
    int Passed, int Failed, int Question, int Undocumented, int Blocked, int Known, int NotExercised, int Requests, double Seconds)
{
    public static SummaryJson Of(VerificationReport report) => new(
        report.Count(Outcome.Passed),
        report.Count(Outcome.Failed),
        report.Count(Outcome.Question),
        report.Count(Outcome.Undocumented),
        report.Count(Outcome.Blocked),
        report.Count(Outcome.Known),
        report.Count(Outcome.NotExercised),
        report.Exchanges.Count,
        Math.Round(report.Seconds, 3));
}

/// <summary>
/// The result of one check; <c>outcome</c> and <c>source</c> are the words of <see cref="OutcomeWords"/> and <see cref="RuleSourceWords"/>.
/// </summary>
internal sealed record CheckJson(
    string Id,
    string Operation,
    string Source,
    string Pointer,
    int Line,
    string Outcome,
    string Reason,
    IReadOnlyList<FailureJson> Failures)
{
    public static CheckJson Of(CheckResult check) => new(
        Printable.Line(check.Id),
        Printable.Line(check.Operation),
        check.Source.ToWord(),
        Printable.Line(check.Pointer),
        check.Line,
        OutcomeWords.Id(check.Outcome),
        Printable.Line(check.Reason),
        [.. check.Failures.Select(FailureJson.Of)]);
}

/// <param name="Request">The message's text: start line, headers, empty line, body.</param>
/// <param name="Response">The same; null where no response came.</param>
internal sealed record FailureJson(
    string Case,
    string Request,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Response,
    string Expected,
    string Found,
    string Curl)
{
    public static FailureJson Of(Failure failure) => new(
        Printable.Line(failure.Exchange.Case),
        MessageText.Of(failure.Exchange.Request),
        failure.Exchange.Response is { } response ? MessageText.Of(response) : null,
        Printable.Line(failure.Expected),
        Printable.Line(failure.Found),
        Printable.Lines(failure.Exchange.Curl));
}
