using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// The keywords of a schema, read once: the pointers of places are expensive, and the generator reads the same keywords repeatedly.
/// </summary>
internal sealed class KnownSchema
{
    /// <summary>The keywords that the generator reads, by version.</summary>
    private static readonly FrozenDictionary<SpecificationVersion, FrozenSet<string>> Relevant =
        Enum.GetValues<SpecificationVersion>().ToFrozenDictionary(
            version => version,
            version => KeywordCatalog.Names(keyword => keyword.IsIn(version) && IsRelevant(keyword)));

    private readonly KeyValuePair<string, DocumentNode>[] _keywords;

    public KnownSchema(DocumentNode schema, SpecificationVersion version)
    {
        _keywords = schema.Value.ValueKind == JsonValueKind.Object ? Read(schema, Relevant[version]) : [];
        if (this[KeywordNames.Type] is { } type)
        {
            NamedTypes = [.. TypeNames.Read(type.Value)];
            Types = NamedTypes.Aggregate(IsTrue(KeywordNames.Nullable) ? ValueTypes.Null : ValueTypes.None, (all, named) => all | named);
        }
    }

    /// <summary>The keyword's value, or null if it is absent or the document's version ignores it.</summary>
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

    /// <summary>The types that <c>type</c> (with 3.0's <c>nullable</c>) allows; null without <c>type</c>.</summary>
    public ValueTypes? Types { get; }

    /// <summary>The types that <c>type</c> names, in its order; empty without <c>type</c>.</summary>
    public IReadOnlyList<ValueTypes> NamedTypes { get; } = [];

    /// <summary>The schema, the targets of its references and the schemas of <c>allOf</c>; null before the first use.</summary>
    public IReadOnlyList<DocumentNode>? Conjuncts { get; set; }

    /// <summary>Whether messages in the reader's direction do not contain its values; null before the first use.</summary>
    public bool? IsHidden { get; set; }

    /// <summary>The properties that messages in the reader's direction must contain; null before the first use.</summary>
    public IReadOnlyList<string>? Required { get; set; }

    public bool IsTrue(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.True };

    public string? Text(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.String } text ? text.Value.GetString() : null;

    private static KeyValuePair<string, DocumentNode>[] Read(DocumentNode schema, FrozenSet<string> relevant)
    {
        var keywords = new List<KeyValuePair<string, DocumentNode>>();
        foreach (var member in schema.Value.EnumerateObject())
        {
            foreach (var meant in MeaningsOf(member.Name, schema))
            {
                if (relevant.TryGetValue(meant, out var name))
                {
                    keywords.Add(new(name, new DocumentNode(schema.File, $"{schema.Pointer}/{member.Name}", member.Value)));
                }
            }
        }

        return [.. keywords];
    }

    /// <summary>The keywords of 2020-12 that a keyword means; <c>dependencies</c> was split into two.</summary>
    private static IEnumerable<string> MeaningsOf(string keyword, DocumentNode schema) =>
        keyword == KeywordNames.Dependencies ? [KeywordNames.DependentRequired, KeywordNames.DependentSchemas]
        : ItemsForm.MeaningOf(keyword, schema) is { } meaning ? [meaning]
        : [];

    private static bool IsRelevant(SchemaKeyword keyword) =>
        keyword is { IsDescription: false, Versions: not KeywordVersions.Older, Role: not (KeywordRole.Core or KeywordRole.Definitions) };
}
