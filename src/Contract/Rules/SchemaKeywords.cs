using System.Collections.Frozen;

namespace SocialContract.Contract.Rules;

/// <summary>What the keywords of JSON Schema 2020-12 and OpenAPI's Schema Objects mean for rules.</summary>
internal static class SchemaKeywords
{
    /// <summary>Keywords that are a rule by themselves.</summary>
    public static readonly FrozenSet<string> Assertions = FrozenSet.Create(
        StringComparer.Ordinal,
        "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "format",
        "maxItems", "minItems", "uniqueItems", "maxProperties", "minProperties");

    /// <summary>Keywords that are one rule together with everything beneath them.</summary>
    public static readonly FrozenSet<string> Compounds = FrozenSet.Create(
        StringComparer.Ordinal, "anyOf", "oneOf", "not", "if", "contains", "propertyNames", "dependentSchemas");

    /// <summary>Keywords that only change what another one asks for; what they lead to belongs to that one's rule.</summary>
    public static readonly FrozenDictionary<string, string> Modifiers = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["then"] = "if",
        ["else"] = "if",
        ["minContains"] = "contains",
        ["maxContains"] = "contains",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Keywords whose value is a schema for parts of the instance; <c>false</c> is a rule.</summary>
    public static readonly FrozenSet<string> Applicators = FrozenSet.Create(
        StringComparer.Ordinal, "items", "additionalItems", "additionalProperties", "unevaluatedItems", "unevaluatedProperties");

    /// <summary>Keywords whose value maps names to schemas.</summary>
    public static readonly FrozenSet<string> Maps = FrozenSet.Create(
        StringComparer.Ordinal, "properties", "patternProperties", "$defs", "definitions", "dependentSchemas");

    /// <summary>Keywords whose value lists schemas.</summary>
    public static readonly FrozenSet<string> Lists = FrozenSet.Create(StringComparer.Ordinal, "allOf", "anyOf", "oneOf", "prefixItems");

    /// <summary>Segments of a rule's id that a property's name must not be mistaken for.</summary>
    public static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. Assertions, .. Compounds, .. Modifiers.Keys, .. Applicators, .. Maps, .. Lists, "required", "dependentRequired", "nullable", "header", "false"]);
}
