using System.Collections.Frozen;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Dialects;
using SocialContract.JsonSchema.Keywords;

namespace SocialContract.Contract.Schemas;

/// <summary>
/// OpenAPI's dialects of JSON Schema. What <c>required</c> demands depends on the direction of the message as well: see
/// <see cref="HiddenProperties"/>.
/// </summary>
internal static class OpenApiDialects
{
    private static readonly DocumentLayout Layout = new(
        Schemas: new[] { "schema", "itemSchema" }.ToFrozenSet(StringComparer.Ordinal),
        SchemaMaps: new[] { "schemas" }.ToFrozenSet(StringComparer.Ordinal),
        Opaque: new[] { KeywordNames.Example, KeywordNames.Examples, "value" }.ToFrozenSet(StringComparer.Ordinal),
        OpaquePrefix: "x-");

    /// <summary>
    /// OpenAPI 3.0 (4.7.24): keywords as in draft 4 (<c>1.0</c> is not an integer, <c>exclusiveMinimum</c> is a boolean, keywords beside
    /// <c>$ref</c> are ignored), and <c>nullable</c>. According to 3.0.3 and its proposal 'Clarify Nullable', <c>nullable</c> adds null
    /// only to the <c>type</c> beside it: without a <c>type</c> it has no effect, and an <c>enum</c> must list null itself.
    /// </summary>
    public static Dialect V30 { get; } = Create30();

    /// <summary>OpenAPI 3.1 (4.8.24): JSON Schema 2020-12 and the base vocabulary.</summary>
    public static Dialect V31 { get; } = Create31();

    private static Dialect Create30() => Dialect.Draft4
        .As(new Uri("https://spec.openapis.org/oas/3.0/schema-object"))
        .Only(KeywordCatalog.Names(keyword => keyword.IsIn(SpecificationVersion.OpenApi30)))
        .With(
            Dialect.Draft202012[KeywordNames.Items],
            Keyword.NullableType(KeywordNames.Nullable, strictIntegers: true),
            Keyword.Annotation(KeywordNames.Nullable),
            Keyword.Annotation(KeywordNames.ReadOnly),
            Keyword.Annotation(KeywordNames.WriteOnly),
            Keyword.Annotation(KeywordNames.Deprecated))
        .With(BaseVocabulary)
        .WithLayout(Layout);

    private static Dialect Create31() => Dialect.Draft202012
        .As(new Uri("https://spec.openapis.org/oas/3.1/dialect/base"))
        .With(BaseVocabulary)
        .WithLayout(Layout);

    /// <summary>The base vocabulary of 3.1 (4.8.24.2); 3.0 has the same keywords.</summary>
    private static IEnumerable<Keyword> BaseVocabulary =>
    [
        Keyword.BranchHint(KeywordNames.Discriminator, Discriminator.Select),
        Keyword.Annotation(KeywordNames.Xml),
        Keyword.Annotation(KeywordNames.ExternalDocs),
        Keyword.Annotation(KeywordNames.Example),
    ];
}
