using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Keywords;

/// <summary>The keywords of the table that count in schemas of a dialect; others are ignored there.</summary>
internal sealed class DialectKeywords
{
    private readonly FrozenDictionary<string, SchemaKeyword> _byName;

    /// <param name="dialect">The dialect in force at a schema.</param>
    /// <param name="version">The version of the document that contains the schema.</param>
    public DialectKeywords(Dialect dialect, SpecificationVersion version)
    {
        RefReplacesSiblings = dialect.RefReplacesSiblings;
        _byName = KeywordCatalog.All.Where(keyword => keyword.CountsIn(dialect, version))
            .ToFrozenDictionary(keyword => keyword.Name, StringComparer.Ordinal);
    }

    /// <summary>Whether the siblings of <c>$ref</c> are ignored: in OpenAPI 3.0 (3.0.4, section 4.7.23) and up to draft 7.</summary>
    public bool RefReplacesSiblings { get; }

    public bool Has(string name) => _byName.ContainsKey(name);

    public bool TryFind(string name, [NotNullWhen(true)] out SchemaKeyword? keyword) => _byName.TryGetValue(name, out keyword);
}
