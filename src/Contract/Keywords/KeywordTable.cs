using System.Text.Json;
using SocialContract.Contract.Documents;
using static SocialContract.Contract.Keywords.KeywordRole;
using static SocialContract.Contract.Keywords.KeywordVersions;
using static SocialContract.Contract.Keywords.ValueTypes;

namespace SocialContract.Contract.Keywords;

/// <summary>
/// The rows of <see cref="KeywordCatalog"/>: JSON Schema 2020-12 (core and validation), OpenAPI 3.0.4 section 4.7.24, 3.1.1 section 4.8.24,
/// and keywords that only older drafts have.
/// </summary>
internal static class KeywordTable
{
    public static SchemaKeyword[] Rows { get; } =
    [
        // Core
        new("$ref", Both, KeywordRole.Reference),
        new("$dynamicRef", OpenApi31, KeywordRole.Reference),
        new("$recursiveRef", Older, KeywordRole.Reference),
        new("$schema", OpenApi31, Core),
        new("$id", OpenApi31, Core),
        new("id", Older, Core),
        new("$anchor", OpenApi31, Core),
        new("$dynamicAnchor", OpenApi31, Core),
        new("$recursiveAnchor", Older, Core),
        new("$vocabulary", OpenApi31, Core),
        new("$comment", OpenApi31, Core),
        new("$defs", OpenApi31, Definitions) { Subschemas = SubschemaForm.Map },
        new("definitions", Older, Definitions) { Subschemas = SubschemaForm.Map },

        // Any type
        new("type", Both, Assertion) { Statement = rule => $"{rule.Subject} is {rule.Types()}" },
        new("nullable", OpenApi30, Modifier) { Modifies = "type" },
        new("enum", Both, Assertion) { Statement = rule => $"{rule.Subject} is {rule.List()}" },
        new("const", OpenApi31, Assertion) { Statement = rule => $"{rule.Subject} is {rule.Json}" },

        // Numbers
        new("multipleOf", Both, Assertion) { AppliesTo = Number, Statement = rule => $"{rule.Subject} is a multiple of {rule.Json}" },
        new("maximum", Both, Assertion)
        {
            AppliesTo = Number,
            Statement = rule => $"{rule.Subject} is {(rule.Schema.Flag("exclusiveMaximum") ? "less than" : "at most")} {rule.Json}",
        },
        new("exclusiveMaximum", Both, Assertion)
        {
            AppliesTo = Number, Statement = rule => $"{rule.Subject} is less than {rule.Json}", CanBreak = (_, value) => IsNumber(value),
        },
        new("minimum", Both, Assertion)
        {
            AppliesTo = Number,
            Statement = rule => $"{rule.Subject} is {(rule.Schema.Flag("exclusiveMinimum") ? "more than" : "at least")} {rule.Json}",
        },
        new("exclusiveMinimum", Both, Assertion)
        {
            AppliesTo = Number, Statement = rule => $"{rule.Subject} is more than {rule.Json}", CanBreak = (_, value) => IsNumber(value),
        },

        // Strings
        new("maxLength", Both, Assertion)
        {
            AppliesTo = ValueTypes.String, Statement = rule => $"{rule.Subject} is at most {rule.Count("character")} long",
        },
        new("minLength", Both, Assertion)
        {
            AppliesTo = ValueTypes.String,
            Statement = rule => $"{rule.Subject} is at least {rule.Count("character")} long",
            CanBreak = (_, value) => IsCount(value),
        },
        new("pattern", Both, Assertion) { AppliesTo = ValueTypes.String, Statement = rule => $"{rule.Subject} matches {rule.Text}" },
        new("format", Both, Assertion)
        {
            // int32 and int64 are formats of numbers.
            AppliesTo = ValueTypes.String | Number,
            Statement = rule => $"{rule.Subject} has the format {rule.Text}",
            CanBreak = (_, value) =>
                value.Value.ValueKind == JsonValueKind.String && AssertedFormats.Names.Contains(value.Value.GetString()!),
        },
        new("contentEncoding", OpenApi31, Hint) { AppliesTo = ValueTypes.String },
        new("contentMediaType", OpenApi31, Hint) { AppliesTo = ValueTypes.String },
        new("contentSchema", OpenApi31, Hint) { AppliesTo = ValueTypes.String, Subschemas = SubschemaForm.Schema },

        // Arrays
        new("items", Both, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedElements,
        },
        new("additionalItems", Older, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedElements,
        },
        new("prefixItems", OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.List, Step = InstanceStep.Element,
        },
        new("unevaluatedItems", OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Array,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = OnlyDescribedElements,
            IsMetByTrial = true,
        },
        new("contains", OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Array,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = rule => $"{rule.Subject} contains an element that matches its schema",
            IsMetByTrial = true,
        },
        new("minContains", OpenApi31, Modifier) { AppliesTo = ValueTypes.Array, Modifies = "contains" },
        new("maxContains", OpenApi31, Modifier) { AppliesTo = ValueTypes.Array, Modifies = "contains" },
        new("maxItems", Both, Assertion)
        {
            AppliesTo = ValueTypes.Array, Statement = rule => $"{rule.Subject} has at most {rule.Count("element")}",
        },
        new("minItems", Both, Assertion)
        {
            AppliesTo = ValueTypes.Array,
            Statement = rule => $"{rule.Subject} has at least {rule.Count("element")}",
            CanBreak = (_, value) => IsCount(value),
        },
        new("uniqueItems", Both, Assertion)
        {
            AppliesTo = ValueTypes.Array,
            Statement = rule => $"{rule.Subject} has no repeated elements",
            CanBreak = (_, value) => value.Value.ValueKind == JsonValueKind.True,
            IsMetByTrial = true,
        },

        // Objects
        new("properties", Both, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Map, Step = InstanceStep.Member,
        },
        new("patternProperties", OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Map, Step = InstanceStep.Each, IsMetByTrial = true,
        },
        new("additionalProperties", Both, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedMembers,
        },
        new("unevaluatedProperties", OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = OnlyDescribedMembers,
            IsMetByTrial = true,
        },
        new("propertyNames", OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Names,
            Statement = rule => $"every member name of {rule.Subject} matches its schema",
            IsMetByTrial = true,
        },
        new("required", Both, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            NamesProperties = true,
            Statement = rule => $"{rule.Property} is required{(rule.Subject.Length > 0 ? $" in {rule.Subject}" : "")}",
        },
        new("dependentRequired", OpenApi31, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            NamesProperties = true,
            Statement = rule => $"{rule.Property} is required in {rule.Subject} beside the members that depend on it",
        },
        new("dependentSchemas", OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Map,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches the schemas that its members require",
            IsMetByTrial = true,
        },
        new("dependencies", Older, Replaced) { AppliesTo = ValueTypes.Object },
        new("maxProperties", Both, Assertion)
        {
            AppliesTo = ValueTypes.Object, Statement = rule => $"{rule.Subject} has at most {rule.Count("member")}", IsMetByTrial = true,
        },
        new("minProperties", Both, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            Statement = rule => $"{rule.Subject} has at least {rule.Count("member")}",
            CanBreak = (_, value) => IsCount(value),
            IsMetByTrial = true,
        },

        // Combinations
        new("allOf", Both, Applicator) { Subschemas = SubschemaForm.List, Step = InstanceStep.Same },
        new("anyOf", Both, Compound)
        {
            Subschemas = SubschemaForm.List,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches at least one of {rule.Alternatives()}",
        },
        new("oneOf", Both, Compound)
        {
            Subschemas = SubschemaForm.List,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches exactly one of {rule.Alternatives()}",
        },
        new("not", Both, Compound)
        {
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} does not match the excluded schema",
        },
        new("if", OpenApi31, Compound)
        {
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches its condition",
            CanBreak = (schema, _) => (schema.Member("then") ?? schema.Member("else")) is not null,
        },
        new("then", OpenApi31, Modifier) { Subschemas = SubschemaForm.Schema, Step = InstanceStep.Same, Modifies = "if" },
        new("else", OpenApi31, Modifier) { Subschemas = SubschemaForm.Schema, Step = InstanceStep.Same, Modifies = "if" },
        new("discriminator", Both, Hint),

        // Annotations
        new("title", Both, Annotation) { IsDescription = true },
        new("description", Both, Annotation) { IsDescription = true },
        new("default", Both, Annotation),
        new("example", Both, Annotation),
        new("examples", OpenApi31, Annotation),
        new("readOnly", Both, Annotation),
        new("writeOnly", Both, Annotation),
        new("deprecated", Both, Annotation) { IsDescription = true },
        new("xml", Both, Annotation) { IsDescription = true },
        new("externalDocs", Both, Annotation) { IsDescription = true },
    ];

    private static string OnlyDescribedElements(StatementParts rule) => $"{rule.Subject} has only the described elements";

    private static string OnlyDescribedMembers(StatementParts rule) => $"{rule.Subject} has only the described members";

    private static bool IsNumber(DocumentNode value) => value.Value.ValueKind == JsonValueKind.Number;

    private static bool IsCount(DocumentNode value) => IsNumber(value) && value.Value.GetRawText() != "0";
}
