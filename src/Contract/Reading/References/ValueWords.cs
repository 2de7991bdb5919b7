using System.Text.Json;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Reading.References;

/// <summary>Words for values in messages.</summary>
internal static class ValueWords
{
    private const int MaxLength = 80;

    /// <summary>The kind with its article: <c>an object</c>, <c>text</c>.</summary>
    public static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };

    /// <summary>The kind with the value, if the value is a scalar.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null => Name(value),
        JsonValueKind.String => $"the text \"{Shorten(value.GetString()!)}\"",
        JsonValueKind.Number => $"the number {Shorten(value.GetRawText())}",
        _ => $"the boolean {(value.ValueKind == JsonValueKind.True ? "true" : "false")}",
    };

    /// <summary>Adds an article: <c>a Parameter Object</c>, <c>an Info Object</c>. Text that has an article stays as it is.</summary>
    public static string WithArticle(string noun) =>
        noun.StartsWith("a ", StringComparison.Ordinal)
            || noun.StartsWith("an ", StringComparison.Ordinal)
            || noun is "text" or "true or false" ? noun
            : "AEIOUaeiou".Contains(noun[0], StringComparison.Ordinal) ? $"an {noun}"
            : $"a {noun}";

    public static string Shorten(string text) => Shortened.To(text, MaxLength);
}
