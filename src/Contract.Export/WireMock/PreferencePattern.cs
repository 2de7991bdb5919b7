using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>Conditions for the header Prefer (RFC 7240), by which a client chooses a response.</summary>
internal static class PreferencePattern
{
    public const string Header = "Prefer";

    /// <summary>A code, or an example, or both.</summary>
    /// <param name="code">Null: the client prefers no code.</param>
    /// <param name="example">Null: the client prefers no example.</param>
    public static JsonObject Of(string? code, string? example) => StubPattern.And(
        code is null ? StubPattern.DoesNotMatch(Named("code", @"[\s\S]*")) : StubPattern.Matches(Equal("code", code)),
        example is null ? StubPattern.DoesNotMatch(Named("example", @"[\s\S]*")) : StubPattern.Matches(Equal("example", example)));

    /// <summary>A preference that concerns the response.</summary>
    public static JsonObject Any => StubPattern.Matches(Named("(?:code|example)", @"[\s\S]*"));

    private static string Equal(string name, string value) =>
        Named(name, $@"""?{(name == "code" ? "(?i)" : "")}{Regex.Escape(value)}""?\s*(?:[,;][\s\S]*)?");

    private static string Named(string name, string rest) => $@"(?:[\s\S]*,)?\s*(?i:{name})\s*=\s*{rest}";
}
