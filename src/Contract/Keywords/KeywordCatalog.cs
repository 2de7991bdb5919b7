using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using SocialContract.Contract.Documents;
using static SocialContract.Contract.Keywords.KeywordRole;
using static SocialContract.Contract.Keywords.KeywordVersions;

namespace SocialContract.Contract.Keywords;

/// <summary>Every keyword of OpenAPI 3.0's and 3.1's schemas, once. Whatever asks what a keyword is reads it here.</summary>
internal static class KeywordCatalog
{
    private static readonly FrozenDictionary<string, SchemaKeyword> ByName =
        KeywordTable.Rows.ToFrozenDictionary(keyword => keyword.Name, StringComparer.Ordinal);

    /// <summary>Those of drafts before 2020-12 among them.</summary>
    public static IReadOnlyList<SchemaKeyword> All => KeywordTable.Rows;

    /// <summary>Keywords that are one rule together with everything in them.</summary>
    public static FrozenSet<string> Compounds { get; } = Names(keyword => keyword.Role == Compound);

    /// <summary>Keywords whose value lists schemas.</summary>
    public static FrozenSet<string> Lists { get; } = Names(keyword => keyword.Holds == SubschemaForm.List);

    /// <summary>Keywords whose value maps names to schemas.</summary>
    public static FrozenSet<string> Maps { get; } = Names(keyword => keyword.Holds == SubschemaForm.Map);

    /// <summary>
    /// Segments of a rule's id that a property's name must not be mistaken for: keywords that rules or their ids name, what responses'
    /// headers are called by, and what stands for a schema <c>false</c>.
    /// </summary>
    public static FrozenSet<string> Reserved { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        [.. Names(keyword => keyword.Role is Assertion or Compound or Modifier or Applicator or Definitions), "header", "false"]);

    /// <summary>The keyword of that name; null where no version has it.</summary>
    public static SchemaKeyword? Find(string name) => ByName.GetValueOrDefault(name);

    public static bool TryFind(string name, [NotNullWhen(true)] out SchemaKeyword? keyword) => ByName.TryGetValue(name, out keyword);

    /// <summary>The names of the keywords for which something holds.</summary>
    public static FrozenSet<string> Names(Func<SchemaKeyword, bool> holds) =>
        KeywordTable.Rows.Where(holds).Select(keyword => keyword.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Where a version's keywords come from: 3.1 lets a document choose an older dialect.</summary>
    public static KeywordVersions ToKeywordVersions(this SpecificationVersion version) =>
        version == SpecificationVersion.OpenApi30 ? OpenApi30 : OpenApi31 | Older;
}
