using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report for programs: <c>{"verdict", "summary", "rules"}</c>. A failure's request and response are the messages' text (start line,
/// headers, empty line, body); the response is null where no answer came.
/// </summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // Bodies stay readable (\" instead of \u0022): the report is application/json, never markup.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("verdict", OutcomeWords.Id(report.Verdict));
            WriteSummary(json, report);
            json.WriteStartArray("rules");
            foreach (var rule in report.Rules)
            {
                WriteRule(json, rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSummary(Utf8JsonWriter json, VerificationReport report)
    {
        json.WriteStartObject("summary");
        foreach (var outcome in OutcomeWords.All)
        {
            json.WriteNumber(outcome == Outcome.NotExercised ? "notExercised" : OutcomeWords.Id(outcome), report.Count(outcome));
        }

        json.WriteNumber("requests", report.Exchanges.Count);
        json.WriteNumber("seconds", Math.Round(report.Seconds, 3));
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, CheckResult rule)
    {
        json.WriteStartObject();
        json.WriteString("id", Printable.Line(rule.Id));
        json.WriteString("operation", Printable.Line(rule.Operation));
        json.WriteString("source", RuleWords.Source(rule.Source));
        json.WriteString("pointer", Printable.Line(rule.Pointer));
        json.WriteNumber("line", rule.Line);
        json.WriteString("outcome", OutcomeWords.Id(rule.Outcome));
        json.WriteString("reason", Printable.Line(rule.Reason));
        json.WriteStartArray("failures");
        foreach (var failure in rule.Failures)
        {
            WriteFailure(json, failure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, Failure failure)
    {
        json.WriteStartObject();
        json.WriteString("case", Printable.Line(failure.Exchange.Case));
        json.WriteString("request", MessageText.Of(failure.Exchange.Request));
        json.WriteString("response", failure.Exchange.Response is { } response ? MessageText.Of(response) : null);
        json.WriteString("expected", Printable.Line(failure.Expected));
        json.WriteString("found", Printable.Line(failure.Found));
        json.WriteString("curl", Printable.Lines(failure.Exchange.Curl));
        json.WriteEndObject();
    }
}
