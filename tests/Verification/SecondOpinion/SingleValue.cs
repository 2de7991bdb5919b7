using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialContract.Verification.Tests.SecondOpinion;

/// <summary>A parameter's text as the value that its schema means.</summary>
internal static partial class SingleValue
{
    /// <summary>
    /// JSON text: a number or boolean where the schema asks for one and the text is one, else a string; null where the schema asks for no
    /// single value.
    /// </summary>
    public static string? Of(JsonNode schema, string text) => schema["type"] switch
    {
        JsonValue type => type.GetValue<string>() switch
        {
            "string" => Quoted(text),
            "integer" or "number" => Number().IsMatch(text) ? text : Quoted(text),
            "boolean" => text is "true" or "false" ? text : Quoted(text),
            _ => null,
        },
        _ => null,
    };

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$")]
    private static partial Regex Number();
}
