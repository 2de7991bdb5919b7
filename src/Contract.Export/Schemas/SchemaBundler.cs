using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Export.Schemas;

/// <summary>
/// Writes a schema of the document as one JSON Schema 2020-12 document: the targets of its references are in <c>$defs</c>, and keywords
/// of OpenAPI 3.0 and of older drafts are written as those of 2020-12 that they mean. Not for reuse: one bundle each.
/// </summary>
/// <param name="direction">The direction of the messages: it decides what <c>required</c> demands of hidden properties.</param>
/// <param name="projection">The only rule to keep, without which values of the schema are valid; null: all rules.</param>
internal sealed class SchemaBundler(SchemaView view, MessageDirection direction, RuleProjection? projection = null)
{
    public const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>Keywords that apply to the members and elements that others do not name.</summary>
    private static readonly string[] Others =
    [
        KeywordNames.AdditionalProperties, KeywordNames.Items, KeywordNames.UnevaluatedProperties, KeywordNames.UnevaluatedItems,
    ];

    private readonly DefinitionNames _names = new();
    private readonly Queue<(DocumentNode Schema, string Name, bool IsWhole)> _pending = new();

    /// <summary>The schema, with <c>$schema</c> first and <c>$defs</c> last.</summary>
    public JsonObject Bundle(DocumentNode schema)
    {
        var bundle = new JsonObject { [KeywordNames.Schema] = Dialect };
        foreach (var (name, value) in AsObject(Translate(schema, projection is null)).ToList())
        {
            bundle[name] = value?.DeepClone();
        }

        var definitions = new JsonObject();
        while (_pending.TryDequeue(out var next))
        {
            definitions[next.Name] = Translate(next.Schema, next.IsWhole);
        }

        if (definitions.Count > 0)
        {
            bundle[KeywordNames.Defs] = definitions;
        }

        return bundle;
    }

    /// <summary>The schema <c>false</c> as an object.</summary>
    private static JsonObject AsObject(JsonNode schema) => schema switch
    {
        JsonObject written => written,
        _ when schema.GetValue<bool>() => [],
        _ => new JsonObject { [KeywordNames.Not] = new JsonObject() },
    };

    /// <param name="isWhole">Whether every keyword is kept; otherwise what the projection keeps.</param>
    private JsonNode Translate(DocumentNode schema, bool isWhole)
    {
        if (schema.Value.ValueKind != JsonValueKind.Object)
        {
            var rejects = schema.Value.ValueKind == JsonValueKind.False && (isWhole || projection!.Keeps(schema));
            return JsonValue.Create(!rejects);
        }

        if (!isWhole && !projection!.IsRelevant(schema))
        {
            return JsonValue.Create(true);
        }

        // What unevaluatedProperties rejects depends on all that is beside it.
        isWhole |= projection is { DependsOnSiblings: true } && projection.Owns(schema);

        var written = new TranslatedSchema();
        foreach (var (keyword, value) in view.Keywords(schema))
        {
            Write(schema, keyword, value, isWhole, written);
        }

        foreach (var target in view.Targets(schema).Where(target => isWhole || projection!.IsRelevant(target)))
        {
            written.Reference(NameOf(target, isWhole));
        }

        // The empty schema stays an object: validators of older drafts do not know booleans.
        var json = written.ToJson();
        return projection is not null && json is JsonObject { Count: 0 } ? JsonValue.Create(true) : json;
    }

    private void Write(DocumentNode schema, SchemaKeyword keyword, DocumentNode value, bool isWhole, TranslatedSchema written)
    {
        switch (keyword.Role)
        {
            case KeywordRole.Applicator:
                WriteApplicator(schema, keyword, value, isWhole, written);
                break;
            case KeywordRole.Compound when isWhole || projection!.Keeps(value):
                written.Add(keyword.Name, Subschemas(keyword, value, isWhole: true));
                break;
            case KeywordRole.Assertion when isWhole || projection!.Keeps(value):
                WriteAssertion(schema, keyword, value, isWhole, written);
                break;
            case KeywordRole.Modifier when keyword.Modifies is { } other && keyword.Name != KeywordNames.Nullable
                && view.Keyword(schema, other) is { } modified && (isWhole || projection!.Keeps(modified)):
                written.Add(keyword.Name, Subschemas(keyword, value, isWhole: true));
                break;
            case KeywordRole.Annotation when projection is null:
                WriteAnnotation(keyword, value, written);
                break;
            default:
                // Identifiers, comments and definitions: references have the names of the bundle's definitions.
                break;
        }
    }

    private void WriteApplicator(
        DocumentNode schema, SchemaKeyword keyword, DocumentNode value, bool isWhole, TranslatedSchema written)
    {
        var isRule = keyword.Subschemas == SubschemaForm.Schema && value.Value.ValueKind == JsonValueKind.False;
        if (isRule && !isWhole && !projection!.Keeps(value))
        {
            return;
        }

        var subschemas = Subschemas(keyword, value, isWhole);
        if (isWhole || !AcceptsAll(subschemas) || Others.Any(other => view.Keyword(schema, other) is not null))
        {
            written.Add(keyword.Name, subschemas);
        }
    }

    private static bool AcceptsAll(JsonNode subschemas) => subschemas switch
    {
        JsonArray list => list.All(item => AcceptsAll(item!)),
        JsonObject map => map.Count > 0 && map.All(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.True),
        _ => subschemas.GetValueKind() == JsonValueKind.True,
    };

    private JsonNode Subschemas(SchemaKeyword keyword, DocumentNode value, bool isWhole) => keyword.Subschemas switch
    {
        SubschemaForm.Schema => Translate(value, isWhole),
        SubschemaForm.List => new JsonArray([.. value.Elements().Select(element => Translate(element, isWhole))]),
        SubschemaForm.Map => new JsonObject(value.Members().Select(member => KeyValuePair.Create(member.Name, (JsonNode?)(
            member.Node.Value.ValueKind == JsonValueKind.Array ? Copy(member.Node) : Translate(member.Node, isWhole))))),
        _ => Copy(value),
    };

    private void WriteAssertion(DocumentNode schema, SchemaKeyword keyword, DocumentNode value, bool isWhole, TranslatedSchema written)
    {
        switch (keyword.Name)
        {
            case KeywordNames.Type:
                written.Add(keyword.Name, TypesOf(schema, value));
                break;
            case KeywordNames.Minimum when IsExclusive(schema, KeywordNames.ExclusiveMinimum):
                written.Add(KeywordNames.ExclusiveMinimum, Copy(value));
                break;
            case KeywordNames.Maximum when IsExclusive(schema, KeywordNames.ExclusiveMaximum):
                written.Add(KeywordNames.ExclusiveMaximum, Copy(value));
                break;
            case KeywordNames.ExclusiveMinimum or KeywordNames.ExclusiveMaximum when value.Value.ValueKind != JsonValueKind.Number:
                break;
            case KeywordNames.Required:
                WriteNames(keyword.Name, isWhole ? view.Required(schema, direction) : [projection!.Property!], written);
                break;
            case KeywordNames.DependentRequired when !isWhole:
                written.Add(keyword.Name, projection!.Dependencies(value));
                break;
            case KeywordNames.Format:
                WriteFormat(value, written);
                break;
            default:
                written.Add(keyword.Name, Copy(value));
                break;
        }
    }

    private static void WriteNames(string keyword, IEnumerable<string> names, TranslatedSchema written)
    {
        JsonNode?[] listed = [.. names.Select(name => (JsonNode?)JsonValue.Create(name))];
        if (listed.Length > 0)
        {
            written.Add(keyword, new JsonArray(listed));
        }
    }

    /// <summary>A format of numbers is also written as the limits that it means, which every validator of 2020-12 knows.</summary>
    private static void WriteFormat(DocumentNode value, TranslatedSchema written)
    {
        written.Add(KeywordNames.Format, Copy(value));
        if (value.Value.ValueKind == JsonValueKind.String
            && FormatCatalog.Find(value.Value.GetString()!) is { Range: var (least, greatest) } format)
        {
            var limits = new JsonObject
            {
                [KeywordNames.Minimum] = JsonNode.Parse(least),
                [KeywordNames.Maximum] = JsonNode.Parse(greatest),
            };
            if (format.IsOfIntegers)
            {
                limits[KeywordNames.MultipleOf] = 1;
            }

            written.AddConjunct(limits);
        }
    }

    private static void WriteAnnotation(SchemaKeyword keyword, DocumentNode value, TranslatedSchema written)
    {
        if (keyword.Name == KeywordNames.Example)
        {
            written.Add(KeywordNames.Examples, new JsonArray(Copy(value)));
        }
        else if (keyword.IsIn(SpecificationVersion.OpenApi31) && keyword.Name is not (KeywordNames.Xml or KeywordNames.ExternalDocs))
        {
            written.Add(keyword.Name, Copy(value));
        }
    }

    private JsonNode TypesOf(DocumentNode schema, DocumentNode value)
    {
        if (view.Keyword(schema, KeywordNames.Nullable) is not { Value.ValueKind: JsonValueKind.True })
        {
            return Copy(value);
        }

        return new JsonArray([
            .. TypeNames.Of(TypeNames.Allowed(TypeNames.Read(value.Value), view.Keyword(schema, KeywordNames.Nullable)))
                .Select(name => (JsonNode?)JsonValue.Create(name)),
        ]);
    }

    private bool IsExclusive(DocumentNode schema, string keyword) =>
        view.Keyword(schema, keyword) is { Value.ValueKind: JsonValueKind.True };

    private string NameOf(DocumentNode target, bool isWhole)
    {
        var name = _names.Of(target, isWhole || projection is null, projection is not null, out var isNew);
        if (isNew)
        {
            _pending.Enqueue((target, name, isWhole));
        }

        return name;
    }

    private static JsonNode Copy(DocumentNode value) => JsonNode.Parse(value.Value.GetRawText())!;
}
