using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Keywords;

/// <summary>The parts of a rule's statement.</summary>
/// <param name="Subject">The name of the value in the statement.</param>
/// <param name="Value">The keyword's value.</param>
/// <param name="Sibling">Another keyword of the same schema; null if the schema lacks it or the version ignores it.</param>
/// <param name="Property">The property that a rule of <c>required</c> requires; null for other keywords.</param>
internal readonly record struct StatementParts(
    string Subject, JsonElement Value, Func<string, DocumentNode?> Sibling, string? Property)
{
    private const int MaxListed = 12;

    /// <summary>The JSON text of the value.</summary>
    public string Json => Value.GetRawText();

    /// <summary>The JSON text of the value; a string without its quotes.</summary>
    public string Text => TextOf(Value);

    /// <summary>The value as a count: <c>1 element</c>, <c>2 elements</c>.</summary>
    public string Count(string noun) => Json == "1" ? $"1 {noun}" : $"{Json} {noun}s";

    /// <summary>Whether another keyword of the schema is <c>true</c>.</summary>
    public bool IsSet(string keyword) => Sibling(keyword) is { Value.ValueKind: JsonValueKind.True };

    /// <summary>The types that the value names, with articles.</summary>
    public string Types()
    {
        var names = Value.ValueKind == JsonValueKind.Array ? Value.EnumerateArray().Select(NameOf).ToList() : [NameOf(Value)];
        if (IsSet(KeywordNames.Nullable))
        {
            names.Add("null");
        }

        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} or {names[^1]}";
    }

    /// <summary>The values of a list, at most the first twelve.</summary>
    public string List()
    {
        if (Value.ValueKind != JsonValueKind.Array)
        {
            return $"one of {Json}";
        }

        var shown = string.Join(", ", Value.EnumerateArray().Take(MaxListed).Select(TextOf));
        var listed = Value.GetArrayLength() > MaxListed ? $"{shown} and {Value.GetArrayLength() - MaxListed} more" : shown;
        return Value.GetArrayLength() == 1 ? listed : $"one of {listed}";
    }

    public string Alternatives() => Value.ValueKind == JsonValueKind.Array ? $"{Value.GetArrayLength()} alternatives" : "its alternatives";

    private static string NameOf(JsonElement type) => TextOf(type) switch
    {
        "object" => "an object",
        "array" => "an array",
        "integer" => "an integer",
        "null" => "null",
        var name => $"a {name}",
    };

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
