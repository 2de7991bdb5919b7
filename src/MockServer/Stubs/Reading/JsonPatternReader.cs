using System.Text.Json;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Dialects;
using SocialContract.MockServer.Stubs.Json;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the patterns for JSON.</summary>
internal static class JsonPatternReader
{
    private static readonly Dictionary<string, Dialect> Versions = new(StringComparer.Ordinal)
    {
        ["V4"] = Dialect.Draft4,
        ["V6"] = Dialect.Draft6,
        ["V7"] = Dialect.Draft7,
        ["V201909"] = Dialect.Draft201909,
        ["V202012"] = Dialect.Draft202012,
    };

    private static readonly Uri SchemaUri = new("urn:stub:schema");

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 128 };

    public static EqualToJsonPattern? ReadEqual(StubNode node, StubNode operand)
    {
        if (Json(operand) is not { } expected)
        {
            return null;
        }

        var placeholders = new JsonPlaceholders(expected, out var fault);
        if (fault.Length > 0)
        {
            operand.Fault(fault);
        }

        return new EqualToJsonPattern(new JsonComparison(
            expected,
            placeholders,
            node.Member("ignoreArrayOrder")?.Flag() ?? false,
            node.Member("ignoreExtraElements")?.Flag() ?? false));
    }

    public static JsonPathPattern? ReadPath(StubNode operand, ValuePatternReader values)
    {
        var expression = operand;
        ValuePattern? pattern = null;
        if (operand.Kind == JsonValueKind.Object)
        {
            if (operand.Member("expression") is not { } given)
            {
                operand.Fault("`expression` is expected beside a pattern");
                return null;
            }

            expression = given;
            pattern = values.Read(operand, others: ["expression"]);
            if (pattern is null)
            {
                return null;
            }
        }

        if (!expression.Is(JsonValueKind.String, "a JSON path, or an object with `expression` and a pattern,"))
        {
            return null;
        }

        var path = JsonPath.Parse(expression.Value.GetString()!, out var fault);
        if (path is null)
        {
            expression.Fault(fault);
        }

        return path is null ? null : new JsonPathPattern(path, pattern);
    }

    public static JsonSchemaPattern? ReadSchema(StubNode node, StubNode operand)
    {
        var version = node.Member("schemaVersion")?.OneOf(Versions.Keys) ?? "V202012";
        if (Json(operand) is not { } schema)
        {
            return null;
        }

        var registry = new SchemaRegistry(new SchemaSettings { DefaultDialect = Versions[version] });
        registry.Add(SchemaUri, schema);
        if (registry.Compile(SchemaUri) is CompileResult.Compiled { Schema: var compiled })
        {
            return new JsonSchemaPattern(compiled, schema.GetRawText(), CountProperties(schema));
        }

        foreach (var fault in ((CompileResult.Failed)registry.Compile(SchemaUri)).Faults)
        {
            operand.Fault($"not a JSON Schema: {fault.Message}");
        }

        return null;
    }

    /// <summary>The value itself, or the JSON that a text has; null, and a fault, if the text is not JSON.</summary>
    private static JsonElement? Json(StubNode operand)
    {
        if (operand.Kind != JsonValueKind.String)
        {
            return operand.Value;
        }

        try
        {
            return JsonElement.Parse(operand.Value.GetString()!, Options);
        }
        catch (JsonException failure)
        {
            operand.Fault($"the text is not JSON at line {failure.LineNumber + 1}, byte {failure.BytePositionInLine + 1}");
            return null;
        }
    }

    /// <summary>The properties that the schema describes, at every depth.</summary>
    private static int CountProperties(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(KeywordNames.Properties, out var properties)
            && properties.ValueKind == JsonValueKind.Object
                ? properties.EnumerateObject().Sum(property => 1 + CountProperties(property.Value))
                : 0;
}
