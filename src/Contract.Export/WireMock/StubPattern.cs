using System.Text.Json.Nodes;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>WireMock's patterns for values of a request (3.13, 'Request Matching').</summary>
internal static class StubPattern
{
    /// <summary>Draft 7: the newest one in which WireMock checks formats.</summary>
    public const string WithFormats = "V7";

    private const string Newest = "V202012";

    /// <summary>Any text, also with line breaks.</summary>
    public const string AnyText = @"[\s\S]*";

    public static JsonObject Absent => new() { ["absent"] = true };

    public static JsonObject Present => Matches(AnyText);

    /// <summary>Any JSON text. WireMock also accepts comments, single quotes and text after the value.</summary>
    public static JsonObject Json => new() { ["equalToJson"] = "\"${json-unit.ignore}\"" };

    /// <param name="expression">A regular expression of Java for the whole value.</param>
    public static JsonObject Matches(string expression) => new() { ["matches"] = expression };

    /// <inheritdoc cref="Matches"/>
    public static JsonObject DoesNotMatch(string expression) => new() { ["doesNotMatch"] = expression };

    public static JsonObject DoesNotContain(string text) => new() { ["doesNotContain"] = text };

    public static JsonObject Contains(string text) => new() { ["contains"] = text };

    public static JsonObject Not(JsonObject pattern) => new() { ["not"] = pattern };

    public static JsonObject Or(params IEnumerable<JsonObject> patterns) => Combined("or", [.. patterns]);

    public static JsonObject And(params IEnumerable<JsonObject> patterns) => Combined("and", [.. patterns]);

    /// <summary>Absent, or as the pattern says.</summary>
    public static JsonObject AbsentOr(JsonObject pattern) => Or(Absent, pattern);

    public static JsonObject Schema(JsonObject schema, string version = Newest) =>
        new() { ["matchesJsonSchema"] = schema, ["schemaVersion"] = version };

    /// <summary>WireMock refuses a combination of one pattern.</summary>
    private static JsonObject Combined(string name, JsonObject[] patterns) =>
        patterns is [var only] ? only : new() { [name] = new JsonArray([.. patterns]) };
}
