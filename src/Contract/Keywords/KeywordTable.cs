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
        new(KeywordNames.Ref, Both, KeywordRole.Reference),
        new(KeywordNames.DynamicRef, OpenApi31, KeywordRole.Reference) { Instead = "$ref" },
        new(KeywordNames.RecursiveRef, Older, KeywordRole.Reference) { Instead = "$ref" },
        new(KeywordNames.Schema, OpenApi31, Core),
        new(KeywordNames.DollarId, OpenApi31, Core) { Instead = "a name under components/schemas" },
        new(KeywordNames.Id, Older, Core) { Instead = "a name under components/schemas" },
        new(KeywordNames.Anchor, OpenApi31, Core) { Instead = "a name under components/schemas" },
        new(KeywordNames.DynamicAnchor, OpenApi31, Core) { Instead = "a name under components/schemas" },
        new(KeywordNames.RecursiveAnchor, Older, Core) { Instead = "a name under components/schemas" },
        new(KeywordNames.Vocabulary, OpenApi31, Core),
        new(KeywordNames.Comment, OpenApi31, Core) { Instead = "an extension such as x-comment" },
        new(KeywordNames.Defs, OpenApi31, Definitions) { Subschemas = SubschemaForm.Map, Instead = "the schemas under components/schemas" },
        new(KeywordNames.Definitions, Older, Definitions)
        {
            Subschemas = SubschemaForm.Map, Instead = "the schemas under components/schemas",
        },

        // Any type
        new(KeywordNames.Type, Both, Assertion)
        {
            Statement = rule => $"{rule.Subject} is {rule.Types()}",
            Break = KeywordBreak.OtherType,
            Boundary = KeywordBoundary.Types,
        },
        new(KeywordNames.Nullable, OpenApi30, Modifier)
        {
            Modifies = KeywordNames.Type, Instead = "the type as a list with 'null', e.g. type: [string, 'null']",
        },
        new(KeywordNames.Enum, Both, Assertion)
        {
            Statement = rule => $"{rule.Subject} is {rule.List()}",
            Break = KeywordBreak.Unlisted,
            Boundary = KeywordBoundary.Listed,
        },
        new(KeywordNames.Const, OpenApi31, Assertion)
        {
            Statement = rule => $"{rule.Subject} is {rule.Json}",
            Break = KeywordBreak.Unlisted,
            Boundary = KeywordBoundary.Listed,
            Instead = "an enum of that one value",
        },

        // Numbers
        new(KeywordNames.MultipleOf, Both, Assertion)
        {
            AppliesTo = Number,
            Statement = rule => $"{rule.Subject} is a multiple of {rule.Json}",
            Break = KeywordBreak.BetweenMultiples,
        },
        new(KeywordNames.Minimum, Both, Assertion)
        {
            AppliesTo = Number,
            Statement = rule => $"{rule.Subject} is {Or(rule, KeywordNames.ExclusiveMinimum, "more than", "at least")} {rule.Json}",
            Limit = new(Quantity.Value, IsLeast: true, ExclusiveBy: KeywordNames.ExclusiveMinimum),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.Maximum, Both, Assertion)
        {
            AppliesTo = Number,
            Statement = rule => $"{rule.Subject} is {Or(rule, KeywordNames.ExclusiveMaximum, "less than", "at most")} {rule.Json}",
            Limit = new(Quantity.Value, IsLeast: false, ExclusiveBy: KeywordNames.ExclusiveMaximum),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.ExclusiveMinimum, Both, Assertion)
        {
            AppliesTo = Number, Statement = rule => $"{rule.Subject} is more than {rule.Json}", CanBreak = (_, value) => IsNumber(value),
            Limit = new(Quantity.Value, IsLeast: true, IsExclusive: true),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.ExclusiveMaximum, Both, Assertion)
        {
            AppliesTo = Number, Statement = rule => $"{rule.Subject} is less than {rule.Json}", CanBreak = (_, value) => IsNumber(value),
            Limit = new(Quantity.Value, IsLeast: false, IsExclusive: true),
            Boundary = KeywordBoundary.Limit,
        },

        // Strings
        new(KeywordNames.MinLength, Both, Assertion)
        {
            AppliesTo = ValueTypes.String,
            Statement = rule => $"{rule.Subject} is at least {rule.Count("character")} long",
            CanBreak = (_, value) => IsCount(value),
            Limit = new(Quantity.Length, IsLeast: true),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.MaxLength, Both, Assertion)
        {
            AppliesTo = ValueTypes.String, Statement = rule => $"{rule.Subject} is at most {rule.Count("character")} long",
            Limit = new(Quantity.Length, IsLeast: false),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.Pattern, Both, Assertion)
        {
            AppliesTo = ValueTypes.String, Statement = rule => $"{rule.Subject} matches {rule.Text}",
            Break = KeywordBreak.Mismatch,
        },
        new(KeywordNames.Format, Both, Assertion)
        {
            // int32, int64, float and double are formats of numbers.
            AppliesTo = ValueTypes.String | Number,
            Statement = rule => $"{rule.Subject} has the format {rule.Text}",
            CanBreak = FormatCatalog.CanBreak,
            Break = KeywordBreak.WrongFormat,
        },
        new(KeywordNames.ContentEncoding, OpenApi31, Hint) { AppliesTo = ValueTypes.String, Instead = "format: byte" },
        new(KeywordNames.ContentMediaType, OpenApi31, Hint) { AppliesTo = ValueTypes.String, Instead = "format: binary" },
        new(KeywordNames.ContentSchema, OpenApi31, Hint) { AppliesTo = ValueTypes.String, Subschemas = SubschemaForm.Schema },

        // Arrays
        new(KeywordNames.Items, Both, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedElements,
            Break = KeywordBreak.ExtraElement,
        },
        new(KeywordNames.AdditionalItems, Older, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedElements,
            Break = KeywordBreak.ExtraElement,
            Instead = "items",
        },
        new(KeywordNames.PrefixItems, OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Array, Subschemas = SubschemaForm.List, Step = InstanceStep.Element,
            Instead = "items with anyOf of their schemas, minItems and maxItems",
        },
        new(KeywordNames.UnevaluatedItems, OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Array,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = OnlyDescribedElements,
            IsMetByTrial = true,
            Break = KeywordBreak.ExtraElement,
            Instead = "items",
        },
        new(KeywordNames.Contains, OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Array,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = Containing,
            CanBreak = (sibling, _) => !IsZero(sibling(KeywordNames.MinContains)) || sibling(KeywordNames.MaxContains) is not null,
            IsMetByTrial = true,
        },
        new(KeywordNames.MinContains, OpenApi31, Modifier) { AppliesTo = ValueTypes.Array, Modifies = KeywordNames.Contains },
        new(KeywordNames.MaxContains, OpenApi31, Modifier) { AppliesTo = ValueTypes.Array, Modifies = KeywordNames.Contains },
        new(KeywordNames.MinItems, Both, Assertion)
        {
            AppliesTo = ValueTypes.Array,
            Statement = rule => $"{rule.Subject} has at least {rule.Count("element")}",
            CanBreak = (_, value) => IsCount(value),
            Limit = new(Quantity.Elements, IsLeast: true),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.MaxItems, Both, Assertion)
        {
            AppliesTo = ValueTypes.Array, Statement = rule => $"{rule.Subject} has at most {rule.Count("element")}",
            Limit = new(Quantity.Elements, IsLeast: false),
            Boundary = KeywordBoundary.Limit,
        },
        new(KeywordNames.UniqueItems, Both, Assertion)
        {
            AppliesTo = ValueTypes.Array,
            Statement = rule => $"{rule.Subject} has no repeated elements",
            CanBreak = (_, value) => value.Value.ValueKind == JsonValueKind.True,
            IsMetByTrial = true,
            Break = KeywordBreak.Repetition,
        },

        // Objects
        new(KeywordNames.Properties, Both, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Map, Step = InstanceStep.Member,
        },
        new(KeywordNames.PatternProperties, OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Map, Step = InstanceStep.Each, IsMetByTrial = true,
            Instead = "additionalProperties",
        },
        new(KeywordNames.AdditionalProperties, Both, Applicator)
        {
            AppliesTo = ValueTypes.Object, Subschemas = SubschemaForm.Schema, Step = InstanceStep.Each, Statement = OnlyDescribedMembers,
            Break = KeywordBreak.ExtraMember,
        },
        new(KeywordNames.UnevaluatedProperties, OpenApi31, Applicator)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Each,
            Statement = OnlyDescribedMembers,
            IsMetByTrial = true,
            Break = KeywordBreak.ExtraMember,
            Instead = "all properties in one schema with additionalProperties",
        },
        new(KeywordNames.PropertyNames, OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Names,
            Statement = rule => $"every member name of {rule.Subject} matches its schema",
            IsMetByTrial = true,
        },
        new(KeywordNames.Required, Both, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            NamesProperties = true,
            Statement = rule => $"{rule.Property} is required{(rule.Subject.Length > 0 ? $" in {rule.Subject}" : "")}",
        },
        new(KeywordNames.DependentRequired, OpenApi31, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            NamesProperties = true,
            Statement = rule => $"{rule.Property} is required in {rule.Subject} beside the members that depend on it",
            Instead = "the combinations as alternatives of anyOf with required",
        },
        new(KeywordNames.DependentSchemas, OpenApi31, Compound)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Map,
            Step = InstanceStep.Same,
            IsAddition = true,
            Statement = rule => $"{rule.Subject} matches the schemas that its members require",
            IsMetByTrial = true,
            Instead = "the combinations as alternatives of anyOf",
        },
        new(KeywordNames.Dependencies, Older, Compound)
        {
            AppliesTo = ValueTypes.Object,
            Subschemas = SubschemaForm.Map,
            Step = InstanceStep.Same,
            IsAddition = true,
            Statement = rule => $"{rule.Subject} has the members and matches the schemas that its members require",
            IsMetByTrial = true,
            Instead = "the combinations as alternatives of anyOf",
        },
        new(KeywordNames.MaxProperties, Both, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            Statement = rule => $"{rule.Subject} has at most {rule.Count("member")}",
            IsMetByTrial = true,
            Limit = new(Quantity.Members, IsLeast: false),
        },
        new(KeywordNames.MinProperties, Both, Assertion)
        {
            AppliesTo = ValueTypes.Object,
            Statement = rule => $"{rule.Subject} has at least {rule.Count("member")}",
            CanBreak = (_, value) => IsCount(value),
            IsMetByTrial = true,
            Limit = new(Quantity.Members, IsLeast: true),
        },

        // Combinations
        new(KeywordNames.AllOf, Both, Applicator) { Subschemas = SubschemaForm.List, Step = InstanceStep.Same, IsAddition = true },
        new(KeywordNames.AnyOf, Both, Compound)
        {
            Subschemas = SubschemaForm.List,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches at least one of {rule.Alternatives()}",
            Boundary = KeywordBoundary.Branches,
        },
        new(KeywordNames.OneOf, Both, Compound)
        {
            Subschemas = SubschemaForm.List,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} matches exactly one of {rule.Alternatives()}",
            Boundary = KeywordBoundary.Branches,
        },
        new(KeywordNames.Not, Both, Compound)
        {
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Same,
            Statement = rule => $"{rule.Subject} does not match the excluded schema",
        },
        new(KeywordNames.If, OpenApi31, Compound)
        {
            Subschemas = SubschemaForm.Schema,
            Step = InstanceStep.Same,
            Statement = Condition,
            CanBreak = (sibling, _) => (sibling(KeywordNames.Then) ?? sibling(KeywordNames.Else)) is not null,
            Boundary = KeywordBoundary.Branches,
            Instead = "the combinations as alternatives of oneOf",
        },
        new(KeywordNames.Then, OpenApi31, Modifier)
        {
            Subschemas = SubschemaForm.Schema, Step = InstanceStep.Same, IsAddition = true, Modifies = KeywordNames.If,
            Instead = "the combinations as alternatives of oneOf",
        },
        new(KeywordNames.Else, OpenApi31, Modifier)
        {
            Subschemas = SubschemaForm.Schema, Step = InstanceStep.Same, IsAddition = true, Modifies = KeywordNames.If,
            Instead = "the combinations as alternatives of oneOf",
        },
        new(KeywordNames.Discriminator, Both, Hint),

        // Annotations
        new(KeywordNames.Title, Both, Annotation) { IsDescription = true },
        new(KeywordNames.Description, Both, Annotation) { IsDescription = true },
        new(KeywordNames.Default, Both, Annotation),
        new(KeywordNames.Example, Both, Annotation),
        new(KeywordNames.Examples, OpenApi31, Annotation) { Instead = "example" },
        new(KeywordNames.ReadOnly, Both, Annotation),
        new(KeywordNames.WriteOnly, Both, Annotation),
        new(KeywordNames.Deprecated, Both, Annotation) { IsDescription = true },
        new(KeywordNames.Xml, Both, Annotation) { IsDescription = true },
        new(KeywordNames.ExternalDocs, Both, Annotation) { IsDescription = true },
    ];

    private static string Or(StatementParts rule, string flag, string set, string unset) => rule.IsSet(flag) ? set : unset;

    private static string Condition(StatementParts rule) => (rule.Sibling(KeywordNames.Then), rule.Sibling(KeywordNames.Else)) switch
    {
        (not null, not null) => $"{rule.Subject} matches 'then' if it matches 'if', else 'else'",
        (null, not null) => $"{rule.Subject} matches 'else' if it does not match 'if'",
        _ => $"{rule.Subject} matches 'then' if it matches 'if'",
    };

    private static string Containing(StatementParts rule)
    {
        var elements = (rule.Sibling(KeywordNames.MinContains), rule.Sibling(KeywordNames.MaxContains)) switch
        {
            (null, null) => "an element that matches",
            ({ } min, null) => $"at least {Elements(min)}",
            ({ } min, { } max) when IsZero(min) => $"at most {Elements(max)}",
            (null, { } max) when Text(max) != "1" => $"1 to {Elements(max)}",
            ({ } min, { } max) when Text(min) != Text(max) => $"{Text(min)} to {Elements(max)}",
            (_, { } max) => $"exactly {Elements(max)}",
        };
        return $"{rule.Subject} contains {elements} its schema";

        static string Text(DocumentNode count) => count.Value.GetRawText();

        static string Elements(DocumentNode count) => Text(count) == "1" ? "1 element that matches" : $"{Text(count)} elements that match";
    }

    private static string OnlyDescribedElements(StatementParts rule) => $"{rule.Subject} has only the described elements";

    private static string OnlyDescribedMembers(StatementParts rule) => $"{rule.Subject} has only the described members";

    private static bool IsNumber(DocumentNode value) => value.Value.ValueKind == JsonValueKind.Number;

    private static bool IsZero(DocumentNode? value) => value is { } number && IsNumber(number) && number.Value.GetRawText() == "0";

    private static bool IsCount(DocumentNode value) => IsNumber(value) && value.Value.GetRawText() != "0";
}
