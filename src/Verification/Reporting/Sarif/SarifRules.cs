using System.Text.Json;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Reporting.Markdown;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Sarif;

/// <summary>The tool and its rules (SARIF 2.1.0, 3.18 and 3.49). A rule that several operations share is described once.</summary>
internal static class SarifRules
{
    /// <summary>Writes the property <c>tool</c>; gives each rule's index in it.</summary>
    public static IReadOnlyDictionary<string, int> Write(Utf8JsonWriter json, VerificationReport report)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "social-contract");
        json.WriteString("version", typeof(SarifRules).Assembly.GetName().Version!.ToString(3));
        json.WriteStartArray("rules");
        foreach (var rule in report.Rules)
        {
            if (index.TryAdd(rule.Id, index.Count))
            {
                WriteRule(json, rule);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        return index;
    }

    private static void WriteRule(Utf8JsonWriter json, CheckResult rule)
    {
        json.WriteStartObject();
        json.WriteString("id", Printable.Line(rule.Id));
        WriteText(json, "shortDescription", rule.Statement);
        WriteText(json, "fullDescription", RuleWords.Documented(rule) is { } words ? $"{rule.Statement} ({words})" : rule.Statement);
        WriteHelp(json, rule);
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", rule.Source == RuleSource.Assumed ? "warning" : "error");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(RuleWords.Source(rule.Source));
        json.WriteEndArray();
        json.WriteString("pointer", Printable.Line(rule.Pointer));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHelp(Utf8JsonWriter json, CheckResult rule)
    {
        var known = rule.Source switch
        {
            RuleSource.Stated => "The API's documentation states it in words.",
            RuleSource.Shown => "The API's documentation shows it in an example.",
            _ => "The API's documentation is silent on it or contradicts itself; the contract assumes it.",
        };
        var words = RuleWords.Documented(rule);
        json.WriteStartObject("help");
        var quoted = words is null ? "" : $" The documentation: {words}.";
        json.WriteString(
            "text", SarifText.Message($"{rule.Statement}.{quoted} {known} It stands at {rule.Pointer} of {rule.File}, line {rule.Line}."));
        json.WriteString("markdown", Braces(
            $"{MarkdownText.Inline(rule.Statement)}.\n\n"
            + (words is null ? "" : $"> {MarkdownText.Inline(words)}\n\n")
            + $"{known} It stands at {MarkdownText.Code(rule.Pointer)} of {MarkdownText.Code(rule.File)}, line {rule.Line}."));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", SarifText.Message(text));
        json.WriteEndObject();
    }

    private static string Braces(string markdown) =>
        markdown.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
