using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>The scalar tags that have a meaning in JSON (YAML 1.2, section 10.3.2).</summary>
internal static class YamlTags
{
    private const string Core = "tag:yaml.org,2002:";
    private const int MaxShownLength = 40;

    /// <summary>The scalar as JSON text (null if it is a string), and the fault of its tag (no severity: none).</summary>
    public static (string? Json, DiagnosticSeverity? Severity, string Problem) Read(string tag, string text)
    {
        var json = YamlScalar.ToJson(text);
        return tag switch
        {
            "!" or Core + "str" => (null, null, ""),
            Core + "null" when json == "null" => (json, null, ""),
            Core + "bool" when json is "true" or "false" => (json, null, ""),
            Core + "int" or Core + "float" when json is not (null or "null" or "true" or "false") => (json, null, ""),
            Core + "timestamp" or Core + "binary" =>
                (null, DiagnosticSeverity.Warning, $"the tag {Shorten(tag)} has no meaning in JSON; the value is read as text"),
            _ => (
                null,
                DiagnosticSeverity.Error,
                $"the tag {Shorten(tag)} does not fit the value {Shorten(text)}, or has no meaning in JSON; remove it"),
        };
    }

    private static string Shorten(string text) => Shortened.To(text, MaxShownLength);
}
