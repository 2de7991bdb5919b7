using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Generation.Data.Schemas;

/// <summary>
/// The keywords of a schema, read once: the pointers of places are expensive, and the generator reads the same keywords repeatedly.
/// </summary>
internal sealed class KnownSchema
{
    /// <summary>The keywords of 2020-12 that <c>dependencies</c> was split into.</summary>
    private static readonly string[] Dependencies = [KeywordNames.DependentRequired, KeywordNames.DependentSchemas];

    private readonly List<KeyValuePair<string, DocumentNode>> _keywords = [];

    public KnownSchema(DocumentNode schema, SchemaView view)
    {
        foreach (var (keyword, value) in view.Keywords(schema, IsRelevant))
        {
            ImpliedTypes |= keyword.ImpliedType;
            foreach (var meant in keyword.Name == KeywordNames.Dependencies ? Dependencies : [keyword.Name])
            {
                _keywords.Add(new(meant, value));
            }
        }

        if (this[KeywordNames.Type] is { } type)
        {
            NamedTypes = [.. TypeNames.Read(type.Value)];
            Types = TypeNames.Allowed(NamedTypes, this[KeywordNames.Nullable]);
        }
    }

    /// <summary>The keyword's value, or null if it is absent or ignored.</summary>
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

    /// <inheritdoc cref="SchemaView.ImpliedTypes"/>
    public ValueTypes ImpliedTypes { get; }

    /// <summary>Whether only <c>type</c> (with 3.0's <c>nullable</c>) rejects values; annotations and hints may be beside it.</summary>
    public bool RestrictsTypeAlone => Types is not null && _keywords.TrueForAll(entry => KeywordCatalog.Find(entry.Key) is
        { Name: KeywordNames.Type or KeywordNames.Nullable } or { Role: KeywordRole.Annotation or KeywordRole.Hint });

    /// <summary>The types that <c>type</c> names, in its order; empty without <c>type</c>.</summary>
    public IReadOnlyList<ValueTypes> NamedTypes { get; } = [];

    /// <summary>The targets of its references; null before the first use.</summary>
    public IReadOnlyList<DocumentNode>? Targets { get; set; }

    /// <summary>The schema, the targets of its references and the schemas of <c>allOf</c>; null before the first use.</summary>
    public IReadOnlyList<DocumentNode>? Conjuncts { get; set; }

    /// <summary>Whether messages in the reader's direction do not contain its values; null before the first use.</summary>
    public bool? IsHidden { get; set; }

    /// <summary>The properties that messages in the reader's direction must contain; null before the first use.</summary>
    public IReadOnlyList<string>? Required { get; set; }

    /// <inheritdoc cref="ElementSchemas.Of"/>
    public DocumentNode? Element(int index) => ElementSchemas.Of(keyword => this[keyword], index);

    /// <inheritdoc cref="ElementSchemas.PrefixLength"/>
    public int PrefixLength => ElementSchemas.PrefixLength(keyword => this[keyword]);

    public bool IsTrue(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.True };

    public string? Text(string keyword) => this[keyword] is { Value.ValueKind: JsonValueKind.String } text ? text.Value.GetString() : null;

    private static bool IsRelevant(SchemaKeyword keyword) =>
        keyword is { IsDescription: false, Role: not (KeywordRole.Core or KeywordRole.Definitions) };
}
