using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// Reads a document's schemas by the rules of the dialect in force at each: the keywords that count, the targets of references, and
/// subschemas with the values that they apply to. Callers limit the depth of their walks and detect circles. Thread-safe.
/// </summary>
internal sealed class SchemaView(SpecificationVersion version, SchemaResources resources)
{
    private static readonly string[] References = [KeywordNames.Ref, KeywordNames.DynamicRef, KeywordNames.RecursiveRef];

    private readonly MemberSchemas _members = new();
    private readonly CountedKeywords _keywords = new(version, resources);
    private readonly HiddenIndex?[] _hidden = new HiddenIndex?[2];

    /// <summary>What messages in that direction do not contain.</summary>
    public HiddenIndex Hidden(MessageDirection direction) =>
        LazyInitializer.EnsureInitialized(ref _hidden[(int)direction], () => new HiddenIndex(this, direction));

    /// <inheritdoc cref="SchemaResources.DialectAt"/>
    public Dialect DialectAt(DocumentNode schema) => resources.DialectAt(schema);

    /// <summary>
    /// The targets of the schema's references. <c>$dynamicRef</c> and <c>$recursiveRef</c> may lead elsewhere where an outer resource
    /// applies the schema, which depends on the way to it; their own resource is taken.
    /// </summary>
    public IEnumerable<DocumentNode> Targets(DocumentNode schema)
    {
        foreach (var keyword in References)
        {
            if (_keywords.Target(schema, keyword) is { } target)
            {
                yield return target;
            }
        }
    }

    /// <summary>The schema, then the targets of its references and of theirs, each once.</summary>
    public IReadOnlyList<DocumentNode> WithTargets(DocumentNode schema) => Closure(schema, Targets);

    /// <summary>The text of an extension of the schema, else of the nearest target of its references that has one; else null.</summary>
    public string? Text(DocumentNode schema, string extension) =>
        schema.Text(extension) ?? WithTargets(schema).Select(part => part.Text(extension)).FirstOrDefault(text => text is not null);

    /// <summary>A keyword's value; null if the schema does not have it or the dialect ignores it. Extensions always apply.</summary>
    public DocumentNode? Keyword(DocumentNode schema, string name) => _keywords.Find(schema, name);

    /// <summary>The keywords that count, in document order.</summary>
    /// <param name="where">Which keywords of the table to read; null: all.</param>
    public IEnumerable<(SchemaKeyword Keyword, DocumentNode Value)> Keywords(
        DocumentNode schema, Func<SchemaKeyword, bool>? where = null) => _keywords.All(schema, where);

    /// <summary>Other schemas that a value of the schema must satisfy: the targets of references, then <c>allOf</c>.</summary>
    public IEnumerable<DocumentNode> Conjuncts(DocumentNode schema)
    {
        foreach (var target in Targets(schema))
        {
            yield return target;
        }

        foreach (var part in Keyword(schema, KeywordNames.AllOf)?.Elements() ?? [])
        {
            yield return part;
        }
    }

    /// <summary>The schema and every schema that its values must satisfy, through references and <c>allOf</c>, each once.</summary>
    public IReadOnlyList<DocumentNode> AllConjuncts(DocumentNode schema) => Closure(schema, Conjuncts);

    /// <summary>
    /// Lists of schemas of which a value satisfies at least one: the branches of <c>anyOf</c>, those of <c>oneOf</c>, and <c>then</c> with
    /// <c>else</c> where a condition has both.
    /// </summary>
    public IEnumerable<IReadOnlyList<DocumentNode>> Choices(DocumentNode schema)
    {
        foreach (var keyword in (string[])[KeywordNames.AnyOf, KeywordNames.OneOf])
        {
            if (Branches(schema, keyword).ToList() is { Count: > 0 } branches)
            {
                yield return branches;
            }
        }

        if (Keyword(schema, KeywordNames.If) is not null && Keyword(schema, KeywordNames.Then) is { } then
            && Keyword(schema, KeywordNames.Else) is { } otherwise)
        {
            yield return [then, otherwise];
        }
    }

    /// <summary>
    /// The schemas in this schema that describe a member: those in <c>properties</c> and <c>patternProperties</c> for the name, else
    /// <c>additionalProperties</c>, else <c>unevaluatedProperties</c>.
    /// </summary>
    /// <param name="whenUnsure">Whether a pattern that cannot be read, or takes too long, counts as matching.</param>
    public IReadOnlyList<DocumentNode> Member(DocumentNode schema, string name, bool whenUnsure = false)
    {
        List<DocumentNode> described = [.. _members.Of(keyword => Keyword(schema, keyword), name, whenUnsure)];
        return described.Count == 0 && Keyword(schema, KeywordNames.UnevaluatedProperties) is { } others ? [others] : described;
    }

    /// <summary>
    /// The schema in this schema that describes an element: by <c>prefixItems</c>, else <c>items</c>, else <c>unevaluatedItems</c>.
    /// </summary>
    public DocumentNode? Element(DocumentNode schema, int index) =>
        ElementSchemas.Of(keyword => Keyword(schema, keyword), index) ?? Keyword(schema, KeywordNames.UnevaluatedItems);

    /// <inheritdoc cref="ElementSchemas.PrefixLength"/>
    public int PrefixLength(DocumentNode schema) => ElementSchemas.PrefixLength(keyword => Keyword(schema, keyword));

    /// <summary>
    /// The schemas that apply to a value of this schema where what it contains demands it: <c>then</c>, <c>else</c>, and those of
    /// <c>dependentSchemas</c> and <c>dependencies</c>.
    /// </summary>
    public IEnumerable<DocumentNode> Consequences(DocumentNode schema) =>
        All(schema)
            .Where(part => part.Keyword is { IsAddition: true, Role: not KeywordRole.Applicator })
            .Where(part => part.Keyword.Modifies is not { } condition || Keyword(schema, condition) is not null)
            .Select(part => part.Node);

    /// <summary>The names in <c>required</c>, as listed.</summary>
    public IEnumerable<string> Names(DocumentNode schema) =>
        (Keyword(schema, KeywordNames.Required)?.Elements() ?? [])
            .Where(name => name.Value.ValueKind == JsonValueKind.String)
            .Select(name => name.Value.GetString()!);

    /// <summary>
    /// The schema of which this one is a part that adds to it: by <c>allOf</c>, <c>then</c>, <c>else</c> or <c>dependentSchemas</c>; null
    /// for any other schema. References to the schema are not followed back.
    /// </summary>
    public DocumentNode? Extended(DocumentNode schema)
    {
        // The keyword's value is a list or a map of schemas, or the schema.
        return Of(schema.Place.Parent) ?? Of(schema.Place);

        DocumentNode? Of(PlaceId place) =>
            KeywordCatalog.Find(place.Name) is { IsAddition: true } keyword
            && (keyword.Subschemas == SubschemaForm.Schema) == (place == schema.Place)
            && place.Parent.Node is { } whole && Keyword(whole, keyword.Name) is not null
            && (keyword.Modifies is not { } condition || Keyword(whole, condition) is not null)
                ? whole
                : null;
    }

    /// <summary>
    /// Schemas that only some valid values satisfy: the branches of <c>anyOf</c> and <c>oneOf</c>, then <c>then</c> and <c>else</c>.
    /// </summary>
    public IEnumerable<DocumentNode> Alternatives(DocumentNode schema)
    {
        foreach (var branch in Branches(schema))
        {
            yield return branch;
        }

        if (Keyword(schema, KeywordNames.If) is not null)
        {
            foreach (var consequence in new[] { Keyword(schema, KeywordNames.Then), Keyword(schema, KeywordNames.Else) })
            {
                if (consequence is { } applied)
                {
                    yield return applied;
                }
            }
        }
    }

    /// <summary>The branches of <c>anyOf</c>, then those of <c>oneOf</c>.</summary>
    public IEnumerable<DocumentNode> Branches(DocumentNode schema) =>
        Branches(schema, KeywordNames.AnyOf).Concat(Branches(schema, KeywordNames.OneOf));

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
        SubschemaForm.Schema when IsSchema(value) =>
            [new Subschema(keyword, keyword.Name, value)],
        SubschemaForm.List => value.Elements()
            .Select((element, index) => new Subschema(keyword, index.ToString(CultureInfo.InvariantCulture), element)),
        SubschemaForm.Map => value.Members().Where(member => IsSchema(member.Node))
            .Select(member => new Subschema(keyword, member.Name, member.Node)),
        _ => [],
    };

    /// <summary>The types that the schema's own <c>type</c> (with 3.0's <c>nullable</c>) allows; null without <c>type</c>.</summary>
    public ValueTypes? Types(DocumentNode schema) =>
        Keyword(schema, KeywordNames.Type) is { } type
            ? TypeNames.Allowed(TypeNames.Read(type.Value), Keyword(schema, KeywordNames.Nullable))
            : null;

    /// <summary>
    /// The types that the schema's keywords imply where it has no <c>type</c>: see <see cref="SchemaKeyword.ImpliedType"/>.
    /// </summary>
    public ValueTypes ImpliedTypes(DocumentNode schema) =>
        Keywords(schema).Aggregate(ValueTypes.None, (types, entry) => types | entry.Keyword.ImpliedType);

    /// <summary>The values of <c>const</c>, else of <c>enum</c>; empty if the schema has neither. There may be millions.</summary>
    public IReadOnlyList<JsonElement> ListedValues(DocumentNode schema) =>
        Keyword(schema, KeywordNames.Const) is { } constant ? [constant.Value]
        : Keyword(schema, KeywordNames.Enum) is { Value.ValueKind: JsonValueKind.Array } list ? [.. list.Value.EnumerateArray()]
        : [];

    private static List<DocumentNode> Closure(DocumentNode schema, Func<DocumentNode, IEnumerable<DocumentNode>> next)
    {
        List<DocumentNode> all = [schema];
        var known = new HashSet<PlaceId> { schema.Place };
        for (var index = 0; index < all.Count; index++)
        {
            all.AddRange(next(all[index]).Where(part => known.Add(part.Place)));
        }

        return all;
    }

    private static bool IsSchema(DocumentNode node) =>
        node.Value.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False;
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
