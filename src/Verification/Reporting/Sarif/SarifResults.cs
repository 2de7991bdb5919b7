using System.Globalization;
using System.Text.Json;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>Results (SARIF 2.1.0, 3.27): failed is an error, a question a warning, undocumented a note, known a suppressed error.</summary>
internal static class SarifResults
{
    /// <summary>Nothing for a rule that passed or could not be asked.</summary>
    public static void Write(Utf8JsonWriter json, CheckResult rule, int ruleIndex)
    {
        if (rule.Outcome is Outcome.Passed or Outcome.Blocked or Outcome.NotExercised)
        {
            return;
        }

        for (var at = 0; at < Math.Max(rule.Failures.Count, 1); at++)
        {
            WriteResult(json, rule, ruleIndex, at < rule.Failures.Count ? rule.Failures[at] : null, at);
        }
    }

    private static void WriteResult(Utf8JsonWriter json, CheckResult rule, int ruleIndex, Failure? failure, int number)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", Printable.Line(rule.Id));
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", rule.Outcome switch { Outcome.Question => "warning", Outcome.Undocumented => "note", _ => "error" });
        json.WriteStartObject("message");
        json.WriteString("text", SarifText.Message(Message(rule, failure)));
        json.WriteEndObject();
        WriteLocation(json, rule);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(
            "ruleOfOperation/v1",
            string.Create(CultureInfo.InvariantCulture, $"{Printable.Line(rule.Operation)} {Printable.Line(rule.Id)} {number}"));
        json.WriteEndObject();
        if (rule.Outcome == Outcome.Known)
        {
            WriteSuppression(json, rule);
        }

        if (failure is not null)
        {
            SarifExchange.Write(json, failure.Exchange);
        }

        WriteProperties(json, rule, failure);
        json.WriteEndObject();
    }

    private static string Message(CheckResult rule, Failure? failure)
    {
        var found = failure is null ? rule.Statement : FailureText.BesideReason(rule, failure);
        var reason = rule.Reason.Length > 0 ? $" {rule.Reason.TrimEnd('.')}." : "";
        return $"{rule.Operation}: {RuleWords.Heading(rule).TrimEnd('.')}: {found}.{reason}";
    }

    private static void WriteLocation(Utf8JsonWriter json, CheckResult rule)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifText.Uri(rule.File));
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(rule.Line, 1));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("name", Printable.Line(rule.Operation));
        json.WriteString("fullyQualifiedName", Printable.Line(rule.Pointer));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteSuppression(Utf8JsonWriter json, CheckResult rule)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("justification", Printable.Line(rule.Reason));
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, CheckResult rule, Failure? failure)
    {
        json.WriteStartObject("properties");
        json.WriteString("outcome", OutcomeWords.Id(rule.Outcome));
        json.WriteString("operation", Printable.Line(rule.Operation));
        if (failure is not null)
        {
            json.WriteString("case", Printable.Line(failure.Exchange.Case));
            json.WriteString("curl", Printable.Lines(failure.Exchange.Curl));
        }

        json.WriteEndObject();
    }
}
