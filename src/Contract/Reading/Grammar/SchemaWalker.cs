using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// Walks schemas for their references and misspelt keywords. Whether the keywords' values make sense is found when a schema is compiled.
/// </summary>
internal sealed class SchemaWalker(GrammarWalk walk, Action<Shape, JsonElement, bool> visit)
{
    /// <summary>OpenAPI 3.0.4, section 4.7.24.</summary>
    private static readonly FrozenSet<string> Keywords30 = FrozenSet.Create(
        StringComparer.Ordinal,
        "$ref", "title", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "uniqueItems", "maxProperties", "minProperties", "required", "enum", "type", "allOf", "oneOf", "anyOf", "not", "items", "properties",
        "additionalProperties", "description", "format", "default", "nullable", "discriminator", "readOnly", "writeOnly", "xml", "externalDocs", "example",
        "deprecated");

    /// <summary>JSON Schema 2020-12, what older drafts had, and OpenAPI 3.1's own.</summary>
    private static readonly FrozenSet<string> Keywords31 = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            .. Keywords30.Except(["nullable"]), .. SchemaKeywords.Reserved, "$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary", "$comment",
            "$recursiveRef", "$recursiveAnchor", "contentEncoding", "contentMediaType", "contentSchema", "examples", "dependencies", "id",
        ]);

    private static readonly FrozenSet<string> Annotations = FrozenSet.Create(
        StringComparer.Ordinal, "$ref", "description", "title", "example", "examples", "default", "deprecated", "externalDocs", "summary", "readOnly", "writeOnly", "xml");

    /// <summary>Walks a schema and every schema in it.</summary>
    public void Visit(JsonElement schema)
    {
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && walk.Specification != SpecificationVersion.OpenApi30)
        {
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            walk.Report(
                DiagnosticCodes.Kind,
                DiagnosticSeverity.Error,
                walk.Here(schema),
                $"a schema must be an object; found {ValueWords.Describe(schema)}");
            return;
        }

        if (!walk.Enter(schema, this))
        {
            return;
        }

        var replaced = walk.Specification == SpecificationVersion.OpenApi30 && schema.TryGetProperty("$ref", out _);
        foreach (var member in schema.EnumerateObject())
        {
            VisitKeyword(schema, member, replaced);
        }
    }

    private void VisitKeyword(JsonElement schema, JsonProperty member, bool replaced)
    {
        var name = member.Name;
        if (replaced && !Annotations.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
        {
            walk.Report(
                DiagnosticCodes.BesideReference,
                DiagnosticSeverity.Warning,
                member,
                $"{name} stands beside $ref, where OpenAPI 3.0 ignores it; put both into an allOf");
            return;
        }

        switch (name)
        {
            case "$ref":
                VisitReference(member);
                break;
            case "discriminator":
                VisitMapping(member.Value);
                break;
            case "items" or "additionalProperties" or "not" or "additionalItems" or "contains" or "propertyNames" or "if" or "then" or "else"
                or "unevaluatedItems" or "unevaluatedProperties" or "contentSchema":
                Child(name, member.Value);
                break;
            case "allOf" or "anyOf" or "oneOf" or "prefixItems" when member.Value.ValueKind == JsonValueKind.Array:
                Children(name, member.Value);
                break;
            case "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" when member.Value.ValueKind == JsonValueKind.Object:
                walk.Push(name);
                foreach (var entry in member.Value.EnumerateObject())
                {
                    Child(entry.Name, entry.Value);
                }

                walk.Pop();
                break;
            default:
                Unknown(schema, member, name);
                break;
        }
    }

    private void Child(string name, JsonElement schema)
    {
        walk.Push(name);
        if (schema.ValueKind is JsonValueKind.Object)
        {
            Visit(schema);
        }
        else if (schema.ValueKind == JsonValueKind.Array && name == "items")
        {
            // Older drafts list the schemas of the first elements.
            foreach (var element in schema.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object))
            {
                Visit(element);
            }
        }

        walk.Pop();
    }

    private void Children(string name, JsonElement list)
    {
        walk.Push(name);
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            Child(index++.ToString(System.Globalization.CultureInfo.InvariantCulture), element);
        }

        walk.Pop();
    }

    private void VisitReference(JsonProperty member)
    {
        walk.Push("$ref");
        var node = walk.Here(member.Value);
        walk.Pop();
        if (member.Value.ValueKind != JsonValueKind.String)
        {
            walk.Report(
                DiagnosticCodes.Kind, DiagnosticSeverity.Error, node, $"$ref must be text; found {ValueWords.Describe(member.Value)}");
        }
        else
        {
            walk.Refer(node, Shape.Schema, "schemas");
        }
    }

    /// <summary>
    /// The values of a discriminator's mapping are names of component schemas or references (OpenAPI 3.1, section 4.8.25).
    /// </summary>
    private void VisitMapping(JsonElement discriminator)
    {
        if (discriminator.ValueKind != JsonValueKind.Object
            || !discriminator.TryGetProperty("mapping", out var mapping)
            || mapping.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        walk.Push("discriminator");
        walk.Push("mapping");
        foreach (var entry in mapping.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String && entry.Value.GetString()!.AsSpan().ContainsAny('#', '/'))
            {
                walk.Push(entry.Name);
                walk.Refer(walk.Here(entry.Value), Shape.Schema, "schemas");
                walk.Pop();
            }
        }

        walk.Pop();
        walk.Pop();
    }

    private void Unknown(JsonElement schema, JsonProperty member, string name)
    {
        if (name.StartsWith("x-", StringComparison.Ordinal))
        {
            if (ExtensionGrammar.Fields.TryGetValue(name, out var field))
            {
                walk.Push(name);
                visit(field.Shape, member.Value, /* isHarmless */ true);
                walk.Pop();
            }

            return;
        }

        var isOld = walk.Specification == SpecificationVersion.OpenApi30;
        var known = isOld ? Keywords30 : Keywords31;
        if (known.Contains(name) || walk.IsFull)
        {
            return;
        }

        var nearest = NearestName.Find(name, known.Where(keyword => !schema.TryGetProperty(keyword, out _)));
        if (isOld && Keywords31.Contains(name))
        {
            walk.Report(
                DiagnosticCodes.UnknownKeyword,
                DiagnosticSeverity.Warning,
                member,
                $"OpenAPI 3.0 does not have the keyword {name}: it is ignored");
        }
        else if (isOld || nearest is not null)
        {
            // 3.1 allows any keyword, so there only a likely slip is worth a word.
            walk.Report(
                DiagnosticCodes.UnknownKeyword,
                DiagnosticSeverity.Warning,
                member,
                $"schemas have no keyword {ValueWords.Shorten(name)}: it is ignored",
                nearest);
        }
    }
}
