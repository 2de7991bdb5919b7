using SocialContract.JsonSchema.Keywords;

namespace SocialContract.JsonSchema.Dialects;

/// <summary>The keywords of each draft, by vocabulary since 2019-09.</summary>
internal static class StandardDialects
{
    private static readonly string[] Core =
    [
        "$schema", "$id", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$defs", "$comment",
        "$vocabulary", "definitions",
    ];

    private static readonly string[] Applicator =
    [
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies", "properties", "patternProperties",
        "additionalProperties", "propertyNames", "prefixItems", "items", "additionalItems", "contains",
    ];

    private static readonly string[] Validation =
    [
        "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength",
        "pattern", "maxItems", "minItems", "uniqueItems", "maxContains", "minContains", "maxProperties", "minProperties", "required",
        "dependentRequired",
    ];

    private static readonly string[] MetaData = ["title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples"];

    /// <summary>The same in every draft.</summary>
    private static readonly Keyword[] Common =
    [
        Keyword.Ignored("$schema"), RefNode.Ref, Keyword.Definitions("definitions"),
        AllOfNode.Keyword, AnyOfNode.Keyword, OneOfNode.Keyword, NotNode.Keyword,
        PropertiesNode.Keyword, PatternPropertiesNode.Keyword, AdditionalPropertiesNode.Keyword,
        EnumNode.Enum, MultipleOfNode.Keyword, LengthNode.MaxLength, LengthNode.MinLength, PatternKeywordNode.Keyword,
        CountNode.MaxItems, CountNode.MinItems, UniqueItemsNode.Keyword, CountNode.MaxProperties, CountNode.MinProperties,
        RequiredNode.Keyword, FormatNode.Keyword,
        .. Annotations("title", "description", "default"),
    ];

    /// <summary>Since draft 6.</summary>
    private static readonly Keyword[] SinceDraft6 =
    [
        Keyword.Ignored("$id"), TypeNode.Keyword(nullableBy: null, strictIntegers: false),
        EnumNode.Const, BoundNode.Maximum, BoundNode.ExclusiveMaximum, BoundNode.Minimum, BoundNode.ExclusiveMinimum,
        PropertyNamesNode.Keyword, .. Annotations("examples"),
    ];

    /// <summary>Since draft 7.</summary>
    private static readonly Keyword[] SinceDraft7 =
    [
        IfNode.If, IfNode.Then, IfNode.Else, Keyword.Ignored("$comment"), ContentNode.Encoding, ContentNode.MediaType,
        .. Annotations("readOnly", "writeOnly"),
    ];

    /// <summary>Since 2019-09. <c>dependencies</c> was split in two, but may still be read (2020-12 meta-schema).</summary>
    private static readonly Keyword[] Since201909 =
    [
        Keyword.Ignored("$anchor"), Keyword.Definitions("$defs"), Keyword.Ignored("$vocabulary"), DependentSchemasNode.Keyword,
        DependenciesNode.Keyword, DependentRequiredNode.Keyword, ContainsNode.MinContains, ContainsNode.MaxContains,
        UnevaluatedPropertiesNode.Keyword, UnevaluatedItemsNode.Keyword, ContentNode.Schema, .. Annotations("deprecated"),
    ];

    /// <summary>Up to 2019-09.</summary>
    private static readonly Keyword[] Until201909 = [ItemsNode.LegacyItems, ItemsNode.AdditionalItems];

    /// <summary>The dialect of a URI, given without its empty fragment; null for an unknown URI.</summary>
    public static Dialect? Find(string uri) => uri switch
    {
        "https://json-schema.org/draft/2020-12/schema" => Dialect.Draft202012,
        "https://json-schema.org/draft/2019-09/schema" => Dialect.Draft201909,
        "http://json-schema.org/draft-07/schema" or "https://json-schema.org/draft-07/schema" => Dialect.Draft7,
        "http://json-schema.org/draft-06/schema" or "https://json-schema.org/draft-06/schema" => Dialect.Draft6,
        "http://json-schema.org/draft-04/schema" or "https://json-schema.org/draft-04/schema" => Dialect.Draft4,
        _ => null,
    };

    /// <summary>The names of a vocabulary's keywords; none for an unknown vocabulary.</summary>
    /// <param name="name">The last part of its URI.</param>
    public static IEnumerable<string> Vocabulary(string name) => name switch
    {
        "core" => Core,
        "applicator" => Applicator,
        "unevaluated" => ["unevaluatedItems", "unevaluatedProperties"],
        "validation" => Validation,
        "meta-data" => MetaData,
        "format" or "format-annotation" or "format-assertion" => ["format"],
        "content" => ["contentEncoding", "contentMediaType", "contentSchema"],
        _ => [],
    };

    public static Dialect Draft202012() => Dialect.Create(
        "https://json-schema.org/draft/2020-12/schema",
        "$id",
        DialectRules.BooleanSchemas | DialectRules.UnknownAreAnnotations,
        [
            .. Common, .. SinceDraft6, .. SinceDraft7, .. Since201909, RefNode.DynamicRef, Keyword.Ignored("$dynamicAnchor"),
            PrefixItemsNode.Keyword, ItemsNode.Keyword, ContainsNode.Keyword,
        ]);

    public static Dialect Draft201909() => Dialect.Create(
        "https://json-schema.org/draft/2019-09/schema",
        "$id",
        DialectRules.BooleanSchemas | DialectRules.UnknownAreAnnotations,
        [
            .. Common, .. SinceDraft6, .. SinceDraft7, .. Since201909, .. Until201909, RefNode.RecursiveRef,
            Keyword.Ignored("$recursiveAnchor"), ContainsNode.Draft201909,
        ]);

    public static Dialect Draft7() => Dialect.Create(
        "http://json-schema.org/draft-07/schema#",
        "$id",
        DialectRules.BooleanSchemas | DialectRules.RefReplacesSiblings,
        [.. Common, .. SinceDraft6, .. SinceDraft7, .. Until201909, ContainsNode.Draft201909, DependenciesNode.Keyword]);

    public static Dialect Draft6() => Dialect.Create(
        "http://json-schema.org/draft-06/schema#",
        "$id",
        DialectRules.BooleanSchemas | DialectRules.RefReplacesSiblings,
        [.. Common, .. SinceDraft6, .. Until201909, ContainsNode.Draft201909, DependenciesNode.Keyword]);

    public static Dialect Draft4() => Dialect.Create(
        "http://json-schema.org/draft-04/schema#",
        "id",
        DialectRules.RefReplacesSiblings,
        [
            .. Common, .. Until201909, Keyword.Ignored("id"), TypeNode.Keyword(nullableBy: null, strictIntegers: true),
            DependenciesNode.Keyword, BoundNode.Draft4Maximum, BoundNode.Draft4Minimum, BoundNode.ExclusiveMaximumFlag,
            BoundNode.ExclusiveMinimumFlag,
        ]);

    private static IEnumerable<Keyword> Annotations(params IEnumerable<string> names) => names.Select(Keyword.Annotation);
}

/// <summary>Rules in which the drafts differ besides their keywords.</summary>
[Flags]
internal enum DialectRules
{
    None = 0,

    /// <summary>Up to draft 7.</summary>
    RefReplacesSiblings = 1,

    /// <summary>Since draft 6.</summary>
    BooleanSchemas = 2,

    /// <summary>Since 2019-09.</summary>
    UnknownAreAnnotations = 4,
}
