using System.Text.Encodings.Web;
using System.Text.Json;
using SocialContract.Verification.Reporting.Sarif;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// SARIF 2.1.0 (OASIS): every rule with its help, a result for each way in which one is not met, pointing at the rule's line of the
/// document. What could not be asked is a notification of the tool, not a result.
/// </summary>
public static class SarifReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            var index = SarifRules.Write(json, report);
            WriteInvocation(json, report);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            foreach (var rule in report.Rules)
            {
                SarifResults.Write(json, rule, index[rule.Id]);
            }

            json.WriteEndArray();
            WriteProperties(json, report);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteInvocation(Utf8JsonWriter json, VerificationReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Verdict != VerificationVerdict.NotTested);
        json.WriteStartArray("toolExecutionNotifications");
        if (report.Verdict == VerificationVerdict.NotTested)
        {
            WriteNotification(json, "error", VerdictSentence.Of(report));
        }

        foreach (var outcome in (Outcome[])[Outcome.Blocked, Outcome.NotExercised])
        {
            foreach (var group in ReasonSummary.Of(report, outcome))
            {
                var level = outcome == Outcome.Blocked ? "warning" : "note";
                WriteNotification(json, level, $"{OutcomeWords.Label(outcome)}, {group.Extent}: {group.Reason}");
            }
        }

        foreach (var notice in report.Notices)
        {
            WriteNotification(json, "note", notice);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, string level, string text)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Message(text));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, VerificationReport report)
    {
        json.WriteStartObject("properties");
        json.WriteString("verdict", OutcomeWords.Id(report.Verdict));
        json.WriteString("target", Printable.Line(report.Target));
        json.WriteString("document", Printable.Line(report.Document));
        json.WriteString("planHash", Printable.Line(report.PlanHash));
        json.WriteEndObject();
    }
}
