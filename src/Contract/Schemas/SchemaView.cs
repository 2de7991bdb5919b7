using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// What a document's schemas say by its version's rules: which keywords count, where references lead, which schemas are in a schema and
/// which values those are about. Holds nothing; whoever walks bounds the walk.
/// </summary>
internal sealed class SchemaView(DocumentSet documents, SpecificationVersion version)
{
    /// <summary>Whether the keywords beside <c>$ref</c> count: not in 3.0 (3.0.4, section 4.7.23).</summary>
    public bool HasSiblings(DocumentNode schema) => version != SpecificationVersion.OpenApi30 || schema.Member("$ref") is null;

    /// <summary>What the schema's reference leads to; null where it has none, or one that dangles.</summary>
    public DocumentNode? Target(DocumentNode schema) =>
        (schema.Text("$ref") ?? (version == SpecificationVersion.OpenApi30 ? null : schema.Text("$dynamicRef"))) is { } reference
            && documents.TryResolve(schema, reference, out var target)
            ? target
            : null;

    /// <summary>A keyword's value; null where the schema has none or the version ignores it there. Extensions always count.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string name) =>
        KeywordCatalog.TryFind(name, out var keyword) && !Counts(keyword, HasSiblings(schema)) ? null : schema.Member(name);

    /// <summary>The keywords that count, in document order.</summary>
    public IEnumerable<(SchemaKeyword Keyword, DocumentNode Value)> Keywords(DocumentNode schema)
    {
        var hasSiblings = HasSiblings(schema);
        foreach (var (name, value) in schema.Members())
        {
            if (KeywordCatalog.TryFind(name, out var keyword) && Counts(keyword, hasSiblings))
            {
                yield return (keyword, value);
            }
        }
    }

    /// <summary>What a value must satisfy besides the schema's own keywords: the reference's target, then <c>allOf</c>.</summary>
    public IEnumerable<DocumentNode> Conjuncts(DocumentNode schema)
    {
        if (Target(schema) is { } target)
        {
            yield return target;
        }

        foreach (var part in Keyword(schema, "allOf")?.Elements() ?? [])
        {
            yield return part;
        }
    }

    /// <summary>
    /// Schemas that only some valid values satisfy: branches of <c>anyOf</c> and <c>oneOf</c>, then <c>then</c> and <c>else</c>.
    /// </summary>
    public IEnumerable<DocumentNode> Alternatives(DocumentNode schema)
    {
        foreach (var branch in Branches(schema, "anyOf").Concat(Branches(schema, "oneOf")))
        {
            yield return branch;
        }

        if (Keyword(schema, "if") is not null)
        {
            foreach (var consequence in new[] { Keyword(schema, "then"), Keyword(schema, "else") })
            {
                if (consequence is { } applied)
                {
                    yield return applied;
                }
            }
        }
    }

    /// <summary>The branches of <c>anyOf</c> or <c>oneOf</c>.</summary>
    public IEnumerable<DocumentNode> Branches(DocumentNode schema, string keyword) => Keyword(schema, keyword)?.Elements() ?? [];

    /// <summary>The schemas of members and elements, in document order, without those of compound keywords.</summary>
    public IEnumerable<Subschema> Children(DocumentNode schema) =>
        Keywords(schema)
            .Where(entry => entry.Keyword is { Role: KeywordRole.Applicator, Step: not InstanceStep.Same })
            .SelectMany(entry => In(entry.Keyword, entry.Value));

    /// <summary>Every schema in the schema, whatever it is there for; references are not followed.</summary>
    public IEnumerable<Subschema> All(DocumentNode schema) => Keywords(schema).SelectMany(entry => In(entry.Keyword, entry.Value));

    /// <summary>The schemas in a keyword's value.</summary>
    public static IEnumerable<Subschema> In(SchemaKeyword keyword, DocumentNode value) => keyword.Holds switch
    {
        SubschemaForm.Schema when value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False =>
            [new Subschema(keyword, keyword.Name, value)],
        SubschemaForm.List => value.Elements()
            .Select((element, index) => new Subschema(keyword, index.ToString(CultureInfo.InvariantCulture), element)),
        SubschemaForm.Map => value.Members().Select(member => new Subschema(keyword, member.Name, member.Node)),
        _ => [],
    };

    /// <summary>The types that the schema's own <c>type</c> (with 3.0's <c>nullable</c>) allows; null where it names none.</summary>
    public ValueTypes? Types(DocumentNode schema) =>
        Keyword(schema, "type") is { } type
            ? TypeNames.Read(type.Value).Aggregate(
                Keyword(schema, "nullable") is { Value.ValueKind: JsonValueKind.True } ? ValueTypes.Null : ValueTypes.None,
                (types, named) => types | named)
            : null;

    /// <summary>The values of <c>const</c>, else of <c>enum</c>; empty where the schema lists none.</summary>
    public IReadOnlyList<DocumentNode> ListedValues(DocumentNode schema) =>
        Keyword(schema, "const") is { } constant ? [constant] : [.. Keyword(schema, "enum")?.Elements() ?? []];

    /// <summary>
    /// Whether values of it do not travel in a direction: <c>readOnly</c> ones not in requests, <c>writeOnly</c> ones not in responses
    /// (3.1.1, section 4.8.24.5). Looks behind references.
    /// </summary>
    public bool IsHidden(DocumentNode schema, MessageDirection direction)
    {
        var flag = direction == MessageDirection.Request ? "readOnly" : "writeOnly";
        return schema.Flag(flag) || documents.Follow(schema)?.Flag(flag) == true;
    }

    private bool Counts(SchemaKeyword keyword, bool hasSiblings) => keyword.IsIn(version) && (hasSiblings || keyword.Name == "$ref");
}

/// <summary>A schema in a schema.</summary>
/// <param name="Keyword">The keyword that holds it.</param>
/// <param name="Name">Its name in a map, its index in a list, else the keyword's own name.</param>
internal readonly record struct Subschema(SchemaKeyword Keyword, string Name, DocumentNode Node)
{
    /// <summary>Where the values that it is about are; <c>*</c> is any member or element.</summary>
    /// <param name="instance">The place of the value around them: RFC 6901 pointer with <c>*</c>.</param>
    public string InstanceAt(string instance) => Keyword.Step switch
    {
        InstanceStep.Member => $"{instance}/{JsonPointer.Escape(Name)}",
        InstanceStep.Element => $"{instance}/{Name}",
        InstanceStep.Each => $"{instance}/*",
        _ => instance,
    };
}
