using System.Text.Json;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Schemas;
using SocialContract.MockServer.Stubs.Json;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary><c>equalToJson</c></summary>
internal sealed class EqualToJsonPattern(JsonComparison comparison) : ValuePattern
{
    public override string Name => PatternNames.EqualToJson;

    public JsonComparison Comparison => comparison;

    public override string Expected => comparison.Expected.GetRawText();

    public override bool Matches(PatternValue value) => value.Json is { } json && comparison.IsEqual(json, value.Timeouts);

    public override double Distance(PatternValue value) => value.Json is { } json ? comparison.Distance(json, value.Timeouts) : 1;
}

/// <summary><c>matchesJsonPath</c></summary>
/// <param name="pattern">What one of the values must be; null: the path leads to a value.</param>
internal sealed class JsonPathPattern(JsonPath path, ValuePattern? pattern) : ValuePattern
{
    public override string Name => PatternNames.MatchesJsonPath;

    public override string Expected => pattern is null ? path.Expression : $"{path.Expression} {pattern}";

    public override bool Matches(PatternValue value) => pattern is null
        ? value.Json is { } json && LeadsToValue(path.Select(json, value.Timeouts))
        : Values(value).Any(pattern.Matches);

    public override double Distance(PatternValue value) => pattern is null || Matches(value)
        ? base.Distance(value)
        : Values(value).Select(pattern.Distance).DefaultIfEmpty(1).Min();

    /// <summary>Null, and an array or an object that is empty, are not values here.</summary>
    private bool LeadsToValue(IReadOnlyList<JsonElement> found) => found.Count > 0 && (!path.IsDefinite || found[0].ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => found[0].GetArrayLength() > 0,
        JsonValueKind.Object => found[0].GetPropertyCount() > 0,
        _ => true,
    });

    /// <summary>The values that the pattern is asked for: the elements where an array is found, unless it compares JSON.</summary>
    private IEnumerable<PatternValue> Values(PatternValue value)
    {
        if (value.Json is not { } json)
        {
            return value.Text is null && pattern!.IsAbsent ? [value] : [];
        }

        IReadOnlyList<JsonElement> found = path.Select(json, value.Timeouts);
        if (pattern is EqualToJsonPattern && !path.IsDefinite)
        {
            return [value.With(JsonSerializer.Serialize(found))];
        }

        if (path.IsDefinite && found is [{ ValueKind: JsonValueKind.Array } array] && pattern is not EqualToJsonPattern)
        {
            found = [.. array.EnumerateArray()];
        }
        else if (path.IsDefinite && found is [{ ValueKind: JsonValueKind.Null }])
        {
            found = [];
        }

        return found.Count == 0 && pattern!.IsAbsent ? [value.With(null)] : found.Select(element => value.With(TextOf(element)));
    }

    /// <summary>As Java writes it; null for null.</summary>
    private static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Null => null,
        JsonValueKind.Number when element.GetRawText().AsSpan().ContainsAny(".eE") => NumberComparison.JavaText(element.GetDouble()),
        _ => element.GetRawText(),
    };
}

/// <summary><c>matchesJsonSchema</c></summary>
/// <param name="text">The schema as the stub has it.</param>
/// <param name="properties">The number of properties that the schema describes, which the distance is measured by.</param>
internal sealed class JsonSchemaPattern(CompiledSchema schema, string text, int properties) : ValuePattern
{
    private static readonly JsonLimits Limits = new(MaxDepth: 512, AllowDuplicateNames: true);

    public override string Name => PatternNames.MatchesJsonSchema;

    public override string Expected => text;

    public override bool Matches(PatternValue value) => Violations(value) == 0;

    public override double Distance(PatternValue value) => Math.Min(1, (double)Violations(value) / Math.Max(1, properties));

    /// <summary>
    /// What is not JSON is a string; a number, a boolean or null may also be the string that it is written as, since parameters have no
    /// types.
    /// </summary>
    private int Violations(PatternValue value)
    {
        if (value.Text is not { } text)
        {
            return Math.Max(1, properties);
        }

        if (value.Json is not { } json)
        {
            return Count(JsonSerializer.SerializeToUtf8Bytes(text));
        }

        // The bytes as sent, unless comments must be left out.
        var violations = CountIfJson(value.Bytes) ?? Count(JsonSerializer.SerializeToUtf8Bytes(json));
        return violations == 0 || json.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String
            ? violations
            : Count(JsonSerializer.SerializeToUtf8Bytes(text));
    }

    private int Count(ReadOnlyMemory<byte> json) => CountIfJson(json) ?? Math.Max(1, properties);

    /// <returns>Null if the text is not JSON.</returns>
    private int? CountIfJson(ReadOnlyMemory<byte> json)
    {
        if (!JsonInstance.TryParse(json, Limits, out var instance, out _))
        {
            return null;
        }

        using (instance)
        {
            if (schema.IsValid(instance.Root))
            {
                return 0;
            }

            var violations = new List<SchemaViolation>();
            schema.Evaluate(instance.Root, violations);
            return Math.Max(1, violations.Count);
        }
    }
}
