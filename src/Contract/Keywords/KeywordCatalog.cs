using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Documents;
using static SocialContract.Contract.Keywords.KeywordRole;
using static SocialContract.Contract.Keywords.KeywordVersions;

namespace SocialContract.Contract.Keywords;

/// <summary>Every keyword of schemas in OpenAPI 3.0 and 3.1: the only table of keywords in the kit.</summary>
internal static class KeywordCatalog
{
    private static readonly FrozenDictionary<string, SchemaKeyword> ByName =
        KeywordTable.Rows.ToFrozenDictionary(keyword => keyword.Name, StringComparer.Ordinal);

    /// <summary>All keywords, including those of drafts before 2020-12.</summary>
    public static IReadOnlyList<SchemaKeyword> All => KeywordTable.Rows;

    /// <summary>Keywords that form a single rule together with the schemas in them.</summary>
    public static FrozenSet<string> Compounds { get; } = Names(keyword => keyword.Role == Compound);

    /// <summary>Keywords whose value lists schemas.</summary>
    public static FrozenSet<string> Lists { get; } = Names(keyword => keyword.Subschemas == SubschemaForm.List);

    /// <summary>Keywords whose value maps names to schemas.</summary>
    public static FrozenSet<string> Maps { get; } = Names(keyword => keyword.Subschemas == SubschemaForm.Map);

    /// <summary>
    /// The fixed segments of rule ids, from which the names of properties must differ: keywords, <c>header</c> for the headers of
    /// responses, and <c>false</c> for the schema <c>false</c>.
    /// </summary>
    public static FrozenSet<string> Reserved { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. Names(keyword => keyword.Role is Assertion or Compound or Modifier or Applicator or Definitions), "header", "false"]);

    /// <summary>The keyword with that name; null if no version has it.</summary>
    public static SchemaKeyword? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool TryFind(string name, [NotNullWhen(true)] out SchemaKeyword? keyword) => ByName.TryGetValue(name, out keyword);

    /// <summary>The names of the keywords that satisfy a predicate.</summary>
    public static FrozenSet<string> Names(Func<SchemaKeyword, bool> predicate) =>
        KeywordTable.Rows.Where(predicate).Select(keyword => keyword.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The specifications that define a version's keywords: a 3.1 document may choose an older dialect.</summary>
    public static KeywordVersions ToKeywordVersions(this SpecificationVersion version) =>
        version == SpecificationVersion.OpenApi30 ? OpenApi30 : OpenApi31 | Older;
}
