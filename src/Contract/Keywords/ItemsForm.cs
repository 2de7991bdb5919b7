using System.Text.Json;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Keywords;

/// <summary>
/// Up to 2019-09, <c>items</c> could list the schemas of the first elements, and <c>additionalItems</c> had the schema of the others; since
/// 2020-12 these are <c>prefixItems</c> and <c>items</c> (2020-12, appendix D). A list in <c>items</c> is a fault in 2020-12, so its form
/// alone tells which keywords are meant.
/// </summary>
internal static class ItemsForm
{
    /// <summary>The keyword of 2020-12 that a keyword of the schema means; null if it has no effect there.</summary>
    public static string? MeaningOf(string keyword, DocumentNode schema) => keyword switch
    {
        KeywordNames.Items when IsList(schema) => KeywordNames.PrefixItems,
        KeywordNames.AdditionalItems => IsList(schema) ? KeywordNames.Items : null,
        KeywordNames.PrefixItems when IsList(schema) => null,
        _ => keyword,
    };

    /// <summary>The row of <see cref="MeaningOf(string, DocumentNode)"/>.</summary>
    public static SchemaKeyword? MeaningOf(SchemaKeyword keyword, DocumentNode schema) =>
        MeaningOf(keyword.Name, schema) is not { } name ? null : name == keyword.Name ? keyword : KeywordCatalog.Find(name);

    /// <summary>The name by which the schema writes a keyword of 2020-12.</summary>
    public static string NameIn(DocumentNode schema, string keyword) => keyword switch
    {
        KeywordNames.PrefixItems when IsList(schema) => KeywordNames.Items,
        KeywordNames.Items when IsList(schema) => KeywordNames.AdditionalItems,
        _ => keyword,
    };

    private static bool IsList(DocumentNode schema) =>
        schema.File.TryGetMember(schema.Value, KeywordNames.Items, out var items) && items.ValueKind == JsonValueKind.Array;
}
