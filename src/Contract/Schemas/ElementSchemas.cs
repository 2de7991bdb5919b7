using System.Globalization;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>Which schemas in schemas describe an element (JSON Schema core, section 10.3.1).</summary>
internal static class ElementSchemas
{
    /// <summary>
    /// The schema in <c>prefixItems</c> at the index, else <c>items</c>. Elements that neither describes are left to
    /// <c>unevaluatedItems</c>.
    /// </summary>
    /// <param name="keyword">Reads a keyword of the schema.</param>
    public static DocumentNode? Of(Func<string, DocumentNode?> keyword, int index) =>
        keyword(KeywordNames.PrefixItems) is { Value.ValueKind: JsonValueKind.Array } list && index < list.Value.GetArrayLength()
            ? new DocumentNode(list.File, string.Create(CultureInfo.InvariantCulture, $"{list.Pointer}/{index}"), list.Value[index])
            : keyword(KeywordNames.Items);

    /// <summary>The number of first elements with schemas of their own.</summary>
    public static int PrefixLength(Func<string, DocumentNode?> keyword) =>
        keyword(KeywordNames.PrefixItems) is { Value.ValueKind: JsonValueKind.Array } list ? list.Value.GetArrayLength() : 0;
}
