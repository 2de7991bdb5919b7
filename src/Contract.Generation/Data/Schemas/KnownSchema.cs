using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// What one schema says, taken from the document once: places have long names, and generating asks for the same keywords again and
/// again.
/// </summary>
internal sealed class KnownSchema
{
    /// <summary>What generating asks for; descriptions and the like stay in the document.</summary>
    private static readonly FrozenSet<string> Asked = FrozenSet.Create(
        "$ref", "$dynamicRef", "type", "nullable", "enum", "const", "example", "examples", "default", "format", "pattern",
        "contentEncoding",
        "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "items", "prefixItems",
        "contains",
        "minItems", "maxItems", "minContains", "maxContains", "uniqueItems", "unevaluatedItems", "properties", "patternProperties",
        "additionalProperties", "unevaluatedProperties", "propertyNames", "required", "minProperties", "maxProperties", "dependentRequired",
        "dependentSchemas", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "discriminator", "readOnly", "writeOnly");

    /// <summary>JSON Schema keywords that OpenAPI 3.0's Schema Object does not have (3.0.3, section 4.7.24).</summary>
    private static readonly FrozenSet<string> Unknown30 = FrozenSet.Create(
        "const", "if", "then", "else", "prefixItems", "contains", "minContains", "maxContains", "patternProperties", "propertyNames",
        "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "examples", "$dynamicRef", "contentEncoding");

    private readonly KeyValuePair<string, DocumentNode>[] _keywords;

    public KnownSchema(DocumentNode schema, bool is30)
    {
        _keywords = schema.Value.ValueKind == JsonValueKind.Object ? Read(schema, is30) : [];
        if (this["type"] is { } type)
        {
            NamedTypes = [.. TypeNames.Read(type.Value)];
            Types = NamedTypes.Aggregate(is30 && IsTrue("nullable") ? ValueTypes.Null : ValueTypes.None, (all, one) => all | one);
        }
    }

    /// <summary>The keyword's value, or null where it is absent or without meaning in the document's version.</summary>
    public DocumentNode? this[string keyword]
    {
        get
        {
            foreach (var (name, value) in _keywords)
            {
                if (name == keyword)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The types that <c>type</c> (with 3.0's <c>nullable</c>) allows; null where it says nothing.</summary>
    public ValueTypes? Types { get; }

    /// <summary>The names of <c>type</c> in their order; empty where it says nothing.</summary>
    public IReadOnlyList<ValueTypes> NamedTypes { get; } = [];

    /// <summary>The schema and what it refers to or combines by <c>allOf</c>; null until somebody has asked.</summary>
    public IReadOnlyList<DocumentNode>? Conjuncts { get; set; }

    public bool IsTrue(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.True };

    public string? Text(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.String } text ? text.Value.GetString() : null;

    private static KeyValuePair<string, DocumentNode>[] Read(DocumentNode schema, bool is30)
    {
        var keywords = new List<KeyValuePair<string, DocumentNode>>();
        foreach (var member in schema.Value.EnumerateObject())
        {
            if (Asked.TryGetValue(member.Name, out var name) && !(is30 && Unknown30.Contains(name)))
            {
                keywords.Add(new(name, new DocumentNode(schema.File, $"{schema.Pointer}/{name}", member.Value)));
            }
        }

        return [.. keywords];
    }
}
