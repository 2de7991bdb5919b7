using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// Reads a document's schemas by the rules of its version: the keywords that apply, the targets of references, and subschemas with the
/// values that they apply to. It has no state: callers limit the depth of their walks and detect circles.
/// </summary>
internal sealed class SchemaView(DocumentSet documents, SpecificationVersion version)
{
    /// <summary>Whether the keywords beside <c>$ref</c> apply: not in 3.0 (3.0.4, section 4.7.23).</summary>
    public bool HasSiblings(DocumentNode schema) => version != SpecificationVersion.OpenApi30 || schema.Member("$ref") is null;

    /// <summary>The target of the schema's reference; null if it has no reference or the target does not exist.</summary>
    public DocumentNode? Target(DocumentNode schema) =>
        (schema.Text("$ref") ?? (version == SpecificationVersion.OpenApi30 ? null : schema.Text("$dynamicRef"))) is { } reference
            && documents.TryResolve(schema, reference, out var target)
            ? target
            : null;

    /// <summary>A keyword's value; null if the schema does not have it or the version ignores it. Extensions always apply.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string name) =>
        KeywordCatalog.TryFind(name, out var keyword) && !Applies(keyword, HasSiblings(schema)) ? null : schema.Member(name);

    /// <summary>The keywords that apply, in document order.</summary>
    public IEnumerable<(SchemaKeyword Keyword, DocumentNode Value)> Keywords(DocumentNode schema)
    {
        var hasSiblings = HasSiblings(schema);
        foreach (var (name, value) in schema.Members())
        {
            if (KeywordCatalog.TryFind(name, out var keyword) && Applies(keyword, hasSiblings))
            {
                yield return (keyword, value);
            }
        }
    }

    /// <summary>Other schemas that a value of the schema must satisfy: the reference's target, then <c>allOf</c>.</summary>
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
    /// Schemas that only some valid values satisfy: the branches of <c>anyOf</c> and <c>oneOf</c>, then <c>then</c> and <c>else</c>.
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

    /// <summary>The schemas of members and elements in document order, without those in compound keywords.</summary>
    public IEnumerable<Subschema> Children(DocumentNode schema) =>
        Keywords(schema)
            .Where(entry => entry.Keyword is { Role: KeywordRole.Applicator, Step: not InstanceStep.Same })
            .SelectMany(entry => In(entry.Keyword, entry.Value));

    /// <summary>All direct subschemas; references are not followed.</summary>
    public IEnumerable<Subschema> All(DocumentNode schema) => Keywords(schema).SelectMany(entry => In(entry.Keyword, entry.Value));

    /// <summary>The schemas in a keyword's value.</summary>
    public static IEnumerable<Subschema> In(SchemaKeyword keyword, DocumentNode value) => keyword.Subschemas switch
    {
        SubschemaForm.Schema when value.Value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False =>
            [new Subschema(keyword, keyword.Name, value)],
        SubschemaForm.List => value.Elements()
            .Select((element, index) => new Subschema(keyword, index.ToString(CultureInfo.InvariantCulture), element)),
        SubschemaForm.Map => value.Members().Select(member => new Subschema(keyword, member.Name, member.Node)),
        _ => [],
    };

    /// <summary>The types that the schema's own <c>type</c> (with 3.0's <c>nullable</c>) allows; null without <c>type</c>.</summary>
    public ValueTypes? Types(DocumentNode schema) =>
        Keyword(schema, "type") is { } type
            ? TypeNames.Read(type.Value).Aggregate(
                Keyword(schema, "nullable") is { Value.ValueKind: JsonValueKind.True } ? ValueTypes.Null : ValueTypes.None,
                (types, named) => types | named)
            : null;

    /// <summary>The values of <c>const</c>, else of <c>enum</c>; empty if the schema has neither.</summary>
    public IReadOnlyList<DocumentNode> ListedValues(DocumentNode schema) =>
        Keyword(schema, "const") is { } constant ? [constant] : [.. Keyword(schema, "enum")?.Elements() ?? []];

    /// <summary>
    /// Whether messages in that direction do not contain its values: <c>readOnly</c> in requests, <c>writeOnly</c> in responses (3.1.1,
    /// section 4.8.24.5). Follows references.
    /// </summary>
    public bool IsHidden(DocumentNode schema, MessageDirection direction)
    {
        var flag = direction == MessageDirection.Request ? "readOnly" : "writeOnly";
        return schema.Flag(flag) || documents.Follow(schema)?.Flag(flag) == true;
    }

    private bool Applies(SchemaKeyword keyword, bool hasSiblings) => keyword.IsIn(version) && (hasSiblings || keyword.Name == "$ref");
}

/// <summary>A subschema.</summary>
/// <param name="Keyword">The keyword that contains it.</param>
/// <param name="Name">Its name in a map, its index in a list, else the keyword's own name.</param>
internal readonly record struct Subschema(SchemaKeyword Keyword, string Name, DocumentNode Node)
{
    /// <summary>The place of the values that it applies to; <c>*</c> is any member or element.</summary>
    /// <param name="instance">The place of the parent schema's value: RFC 6901 pointer with <c>*</c>.</param>
    public string InstanceAt(string instance) => Keyword.Step switch
    {
        InstanceStep.Member => $"{instance}/{JsonPointer.Escape(Name)}",
        InstanceStep.Element => $"{instance}/{Name}",
        InstanceStep.Each => $"{instance}/*",
        _ => instance,
    };
}
