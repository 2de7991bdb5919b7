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
internal sealed class SchemaWalker(GrammarWalker walker)
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
        if (schema.ValueKind is JsonValueKind.True or JsonValueKind.False && walker.Specification != SpecificationVersion.OpenApi30)
        {
            return;
        }

        if (schema.ValueKind != JsonValueKind.Object)
        {
            walker.Report(
                DiagnosticCodes.Kind,
                DiagnosticSeverity.Error,
                walker.Here(schema),
                $"a schema must be an object; found {Kinds.Describe(schema)}");
            return;
        }

        if (!walker.Enter(schema, this))
        {
            return;
        }

        var replaced = walker.Specification == SpecificationVersion.OpenApi30 && schema.TryGetProperty("$ref", out _);
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
            walker.Report(
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
                walker.Push(name);
                foreach (var entry in member.Value.EnumerateObject())
                {
                    Child(entry.Name, entry.Value);
                }

                walker.Pop();
                break;
            default:
                Unknown(schema, member, name);
                break;
        }
    }

    private void Child(string name, JsonElement schema)
    {
        walker.Push(name);
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

        walker.Pop();
    }

    private void Children(string name, JsonElement list)
    {
        walker.Push(name);
        var index = 0;
        foreach (var element in list.EnumerateArray())
        {
            Child(index++.ToString(System.Globalization.CultureInfo.InvariantCulture), element);
        }

        walker.Pop();
    }

    private void VisitReference(JsonProperty member)
    {
        walker.Push("$ref");
        var node = walker.Here(member.Value);
        walker.Pop();
        if (member.Value.ValueKind != JsonValueKind.String)
        {
            walker.Report(DiagnosticCodes.Kind, DiagnosticSeverity.Error, node, $"$ref must be text; found {Kinds.Describe(member.Value)}");
        }
        else
        {
            walker.Refer(node, Shape.Schema, "schemas");
        }
    }

    /// <summary>The values of a discriminator's mapping are names of component schemas or references (OpenAPI 3.1, section
    /// 4.8.25).</summary>
    private void VisitMapping(JsonElement discriminator)
    {
        if (discriminator.ValueKind != JsonValueKind.Object
            || !discriminator.TryGetProperty("mapping", out var mapping)
            || mapping.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        walker.Push("discriminator");
        walker.Push("mapping");
        foreach (var entry in mapping.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String && entry.Value.GetString()!.AsSpan().ContainsAny('#', '/'))
            {
                walker.Push(entry.Name);
                walker.Refer(walker.Here(entry.Value), Shape.Schema, "schemas");
                walker.Pop();
            }
        }

        walker.Pop();
        walker.Pop();
    }

    private void Unknown(JsonElement schema, JsonProperty member, string name)
    {
        if (name.StartsWith("x-", StringComparison.Ordinal))
        {
            if (ExtensionGrammar.Fields.TryGetValue(name, out var field))
            {
                walker.Push(name);
                walker.Visit(field.Shape, member.Value, isHarmless: true);
                walker.Pop();
            }

            return;
        }

        var isOld = walker.Specification == SpecificationVersion.OpenApi30;
        var known = isOld ? Keywords30 : Keywords31;
        if (known.Contains(name) || walker.IsFull)
        {
            return;
        }

        var nearest = Nearest.Find(name, known.Where(keyword => !schema.TryGetProperty(keyword, out _)));
        if (isOld && Keywords31.Contains(name))
        {
            walker.Report(
                DiagnosticCodes.UnknownKeyword,
                DiagnosticSeverity.Warning,
                member,
                $"OpenAPI 3.0 does not have the keyword {name}: it is ignored");
        }
        else if (isOld || nearest is not null)
        {
            // 3.1 allows any keyword, so there only a likely slip is worth a word.
            walker.Report(
                DiagnosticCodes.UnknownKeyword,
                DiagnosticSeverity.Warning,
                member,
                $"schemas have no keyword {Kinds.Shorten(name)}: it is ignored",
                nearest);
        }
    }
}
