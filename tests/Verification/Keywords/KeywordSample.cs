using System.Text.Json.Nodes;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>A keyword in a schema whose verdict it changes.</summary>
/// <param name="Keyword">The keyword whose effect is asked for.</param>
/// <param name="Schema">A schema with it, as JSON.</param>
/// <param name="Instance">An instance whose verdict depends on it.</param>
/// <param name="Owner">The place of the keyword's schema in the schema.</param>
/// <param name="IsIdle">Whether the keyword has no effect without another keyword, which the schema does not have.</param>
internal sealed record KeywordSample(string Keyword, string Schema, string Instance, string Owner = "", bool IsIdle = false)
{
    /// <summary>A schema for each keyword that changes verdicts, and an instance whose verdict depends on the keyword.</summary>
    public static IReadOnlyList<KeywordSample> All { get; } =
    [
        new("$ref", """{ "$ref": "to:Text" }""", "1"),
        new("$dynamicRef", """{ "$dynamicRef": "to:Text" }""", "1"),
        new(
            "$recursiveRef",
            """{ "properties": { "a": { "$recursiveRef": "#" }, "b": { "type": "integer" } } }""",
            """{ "a": { "b": true } }""",
            "/properties/a"),
        new("type", """{ "type": "integer" }""", "true"),
        new("nullable", """{ "type": "string", "nullable": true }""", "null"),
        new("enum", """{ "enum": ["a", "b"] }""", "1"),
        new("const", """{ "const": "a" }""", "1"),
        new("multipleOf", """{ "multipleOf": 5 }""", "3"),
        new("maximum", """{ "maximum": 5 }""", "6"),
        new("minimum", """{ "minimum": 5 }""", "4"),
        new("exclusiveMaximum", """{ "exclusiveMaximum": 5 }""", "5"),
        new("exclusiveMinimum", """{ "exclusiveMinimum": 5 }""", "5"),
        new("exclusiveMaximum", """{ "maximum": 5, "exclusiveMaximum": true }""", "5"),
        new("exclusiveMinimum", """{ "minimum": 5, "exclusiveMinimum": true }""", "5"),
        new("maxLength", """{ "maxLength": 1 }""", "\"ab\""),
        new("maxLength", """{ "$ref": "to:Any", "maxLength": 1 }""", "\"ab\""),
        new("minLength", """{ "minLength": 3 }""", "\"ab\""),
        new("pattern", """{ "pattern": "^a+$" }""", "\"b\""),
        new("format", """{ "format": "date" }""", "\"b\""),
        new("items", """{ "items": { "type": "integer" } }""", "[true]"),
        new("items", """{ "items": [{ "type": "integer" }] }""", "[true]"),
        new("additionalItems", """{ "items": [{}], "additionalItems": { "type": "integer" } }""", "[1, true]"),
        new("additionalItems", """{ "additionalItems": { "type": "integer" } }""", "[true]"),
        new("additionalItems", """{ "items": {}, "additionalItems": { "type": "integer" } }""", "[true]"),
        new("prefixItems", """{ "prefixItems": [{ "type": "integer" }] }""", "[true]"),
        new("unevaluatedItems", """{ "unevaluatedItems": { "type": "integer" } }""", "[true]"),
        new("contains", """{ "contains": { "const": 1, "enum": [1] } }""", "[2]"),
        new("minContains", """{ "contains": { "const": 1 }, "minContains": 2 }""", "[1]"),
        new("minContains", """{ "contains": { "const": 1 }, "minContains": 0 }""", "[]"),
        new("minContains", """{ "minContains": 2 }""", "[]", IsIdle: true),
        new("maxContains", """{ "contains": { "const": 1 }, "maxContains": 1 }""", "[1, 1]"),
        new("maxItems", """{ "maxItems": 1 }""", "[1, 2]"),
        new("minItems", """{ "minItems": 1 }""", "[]"),
        new("uniqueItems", """{ "uniqueItems": true }""", "[1, 1]"),
        new("properties", """{ "properties": { "a": { "type": "integer" } } }""", """{ "a": true }"""),
        new("patternProperties", """{ "patternProperties": { "^a": { "type": "integer" } } }""", """{ "a": true }"""),
        new("additionalProperties", """{ "additionalProperties": { "type": "integer" } }""", """{ "a": true }"""),
        new("unevaluatedProperties", """{ "unevaluatedProperties": { "type": "integer" } }""", """{ "a": true }"""),
        new("propertyNames", """{ "propertyNames": { "maxLength": 1 } }""", """{ "ab": true }"""),
        new("required", """{ "required": ["a"] }""", "{}"),
        new("dependentRequired", """{ "dependentRequired": { "a": ["b"] } }""", """{ "a": 1 }"""),
        new("dependentSchemas", """{ "dependentSchemas": { "a": { "required": ["b"] } } }""", """{ "a": 1 }"""),
        new("dependencies", """{ "dependencies": { "a": { "required": ["b"] } } }""", """{ "a": 1 }"""),
        new("dependencies", """{ "dependencies": { "a": ["b"] } }""", """{ "a": 1 }"""),
        new("maxProperties", """{ "maxProperties": 0 }""", """{ "a": 1 }"""),
        new("minProperties", """{ "minProperties": 1 }""", "{}"),
        new("allOf", """{ "allOf": [{ "type": "integer" }] }""", "true"),
        new("anyOf", """{ "anyOf": [{ "type": "integer" }] }""", "true"),
        new("oneOf", """{ "oneOf": [{ "type": "integer" }] }""", "true"),
        new("not", """{ "not": { "type": "integer" } }""", "1"),
        new("if", """{ "if": { "type": "integer" }, "then": { "minimum": 5 } }""", "1"),
        new("then", """{ "if": { "type": "integer" }, "then": { "minimum": 5 } }""", "1"),
        new("else", """{ "if": { "type": "integer" }, "else": { "maxLength": 1 } }""", "\"ab\""),
        new("then", """{ "then": { "minimum": 5 } }""", "1", IsIdle: true),
    ];

    /// <summary>The schema without the keyword.</summary>
    public string Without()
    {
        var schema = JsonNode.Parse(Schema)!;
        var owner = Owner.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema, (place, name) => place[name]!);
        owner.AsObject().Remove(Keyword);
        return schema.ToJsonString();
    }
}
