using System.Collections.Frozen;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// OpenAPI's dialects of JSON Schema, by direction: <c>required</c> does not apply to <c>readOnly</c> properties in requests or to
/// <c>writeOnly</c> properties in responses (OpenAPI 3.0.3 section 4.7.24.2).
/// </summary>
public static class OpenApiDialects
{
    private static readonly DocumentLayout Layout = new(
        Schemas: new[] { "schema", "itemSchema" }.ToFrozenSet(StringComparer.Ordinal),
        SchemaMaps: new[] { "schemas" }.ToFrozenSet(StringComparer.Ordinal),
        Opaque: new[] { "example", "examples", "value" }.ToFrozenSet(StringComparer.Ordinal),
        OpaquePrefix: "x-");

    private static readonly FrozenDictionary<MessageDirection, Dialect> All30 = Both(Create30);

    private static readonly FrozenDictionary<MessageDirection, Dialect> All31 = Both(Create31);

    /// <summary>
    /// OpenAPI 3.0 (4.7.24): keywords as in draft 4 (<c>1.0</c> is not an integer, <c>exclusiveMinimum</c> is a boolean, keywords beside
    /// <c>$ref</c> are ignored), and <c>nullable</c>. According to 3.0.3 and its proposal 'Clarify Nullable', <c>nullable</c> adds null
    /// only to the <c>type</c> beside it: without a <c>type</c> it has no effect, and an <c>enum</c> must list null itself.
    /// </summary>
    public static Dialect V30(MessageDirection direction) => All30[direction];

    /// <summary>OpenAPI 3.1 (4.8.24): JSON Schema 2020-12 and the base vocabulary.</summary>
    public static Dialect V31(MessageDirection direction) => All31[direction];

    private static Dialect Create30(MessageDirection direction) => Dialect.Draft4
        .As(new Uri("https://spec.openapis.org/oas/3.0/schema-object"))
        .Only(KeywordCatalog.Names(keyword => keyword.IsIn(SpecificationVersion.OpenApi30)))
        .With(
            Dialect.Draft202012["items"],
            Keyword.NullableType("nullable", strictIntegers: true),
            Keyword.Annotation("nullable"),
            Keyword.Annotation("readOnly"),
            Keyword.Annotation("writeOnly"),
            Keyword.Annotation("deprecated"))
        .With(BaseVocabulary(direction))
        .WithLayout(Layout);

    private static Dialect Create31(MessageDirection direction) => Dialect.Draft202012
        .As(new Uri("https://spec.openapis.org/oas/3.1/dialect/base"))
        .With(BaseVocabulary(direction))
        .WithLayout(Layout);

    /// <summary>The base vocabulary of 3.1 (4.8.24.2); 3.0 has the same keywords.</summary>
    private static IEnumerable<Keyword> BaseVocabulary(MessageDirection direction) =>
    [
        Keyword.RequiredExcept(direction == MessageDirection.Request ? "readOnly" : "writeOnly"),
        Keyword.BranchHint("discriminator", Discriminator.Select),
        Keyword.Annotation("xml"),
        Keyword.Annotation("externalDocs"),
        Keyword.Annotation("example"),
    ];

    private static FrozenDictionary<MessageDirection, Dialect> Both(Func<MessageDirection, Dialect> create) =>
        Enum.GetValues<MessageDirection>().ToFrozenDictionary(direction => direction, create);
}
