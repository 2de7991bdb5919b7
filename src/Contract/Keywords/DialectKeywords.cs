using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Keywords;

/// <summary>The keywords of the table that count in schemas of a dialect; others are ignored there.</summary>
internal sealed class DialectKeywords
{
    private readonly FrozenDictionary<string, SchemaKeyword> _byName;
    private readonly bool _refReplacesSiblings;

    /// <param name="dialect">The dialect in force at a schema.</param>
    /// <param name="version">The version of the document that contains the schema.</param>
    public DialectKeywords(Dialect dialect, SpecificationVersion version)
    {
        Id = dialect.Id;
        _refReplacesSiblings = dialect.RefReplacesSiblings;
        _byName = KeywordCatalog.All.Where(keyword => keyword.CountsIn(dialect, version))
            .ToFrozenDictionary(keyword => keyword.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc cref="Dialect.Id"/>
    public Uri Id { get; }

    /// <summary>
    /// Whether of an object that is a schema only <c>$ref</c> counts: it has one, and the dialect ignores what is beside it, as OpenAPI 3.0
    /// does (3.0.4, section 4.7.23) and JSON Schema up to draft 7.
    /// </summary>
    public bool IsReferenceAlone(DocumentFile file, JsonElement schema) =>
        _refReplacesSiblings && file.TryGetMember(schema, KeywordNames.Ref, out _);

    public bool Has(string name) => _byName.ContainsKey(name);

    public bool TryFind(string name, [NotNullWhen(true)] out SchemaKeyword? keyword) => _byName.TryGetValue(name, out keyword);
}
