using System.Collections.Frozen;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// What one schema says, taken from the document once: places have long names, and generating asks for the same keywords again and
/// again.
/// </summary>
internal sealed class KnownSchema
{
    /// <summary>What generating asks for, by version; descriptions and the like stay in the document.</summary>
    private static readonly FrozenDictionary<SpecificationVersion, FrozenSet<string>> Asked =
        Enum.GetValues<SpecificationVersion>().ToFrozenDictionary(
            version => version,
            version => KeywordCatalog.Names(keyword => keyword.IsIn(version) && IsAsked(keyword)));

    private readonly KeyValuePair<string, DocumentNode>[] _keywords;

    public KnownSchema(DocumentNode schema, SpecificationVersion version)
    {
        _keywords = schema.Value.ValueKind == JsonValueKind.Object ? Read(schema, Asked[version]) : [];
        if (this["type"] is { } type)
        {
            NamedTypes = [.. TypeNames.Read(type.Value)];
            Types = NamedTypes.Aggregate(IsTrue("nullable") ? ValueTypes.Null : ValueTypes.None, (all, named) => all | named);
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

    private static KeyValuePair<string, DocumentNode>[] Read(DocumentNode schema, FrozenSet<string> asked)
    {
        var keywords = new List<KeyValuePair<string, DocumentNode>>();
        foreach (var member in schema.Value.EnumerateObject())
        {
            if (asked.TryGetValue(member.Name, out var name))
            {
                keywords.Add(new(name, new DocumentNode(schema.File, $"{schema.Pointer}/{name}", member.Value)));
            }
        }

        return [.. keywords];
    }

    private static bool IsAsked(SchemaKeyword keyword) =>
        keyword is { IsDescription: false, Versions: not KeywordVersions.Older, Role: not (KeywordRole.Core or KeywordRole.Definitions) };
}
