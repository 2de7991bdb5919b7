using System.Text;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema;
using SocialContract.JsonSchema.Dialects;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// Every keyword of the catalogue is compiled, said in words, generated, broken and tried at its limit, or a reason for that keyword says
/// why not. A keyword that is added to the catalogue fails here until all that is done.
/// </summary>
public sealed class KeywordSupportTests
{
    /// <summary>A schema for each keyword that makes a rule. Plain values are not at the limit.</summary>
    private static readonly Dictionary<string, string> Schemas = new()
    {
        ["type"] = "{ type: [integer, 'null'], example: 1 }",
        ["enum"] = "{ enum: [a, b] }",
        ["const"] = "{ const: a }",
        ["multipleOf"] = "{ type: integer, multipleOf: 5 }",
        ["maximum"] = "{ type: integer, maximum: 5 }",
        ["exclusiveMaximum"] = "{ type: integer, exclusiveMaximum: 5 }",
        ["minimum"] = "{ type: integer, minimum: 5, example: 9 }",
        ["exclusiveMinimum"] = "{ type: integer, exclusiveMinimum: 5, example: 9 }",
        ["maxLength"] = "{ type: string, maxLength: 5 }",
        ["minLength"] = "{ type: string, minLength: 2 }",
        ["pattern"] = "{ type: string, pattern: '^a+$' }",
        ["format"] = "{ type: string, format: date }",
        ["items"] = "{ type: array, prefixItems: [{ const: a }], minItems: 1, items: false }",
        ["additionalItems"] = "{ type: array, items: [{ const: a }], minItems: 1, additionalItems: false }",
        ["unevaluatedItems"] = "{ type: array, prefixItems: [{ const: a }], minItems: 1, unevaluatedItems: false }",
        ["contains"] = "{ type: array, contains: { const: a } }",
        ["maxItems"] = "{ type: array, maxItems: 2 }",
        ["minItems"] = "{ type: array, minItems: 2, example: [a, b, c] }",
        ["uniqueItems"] = "{ type: array, uniqueItems: true, minItems: 1 }",
        ["additionalProperties"] = "{ type: object, properties: { a: { type: string } }, additionalProperties: false }",
        ["unevaluatedProperties"] = "{ type: object, properties: { a: { type: string } }, unevaluatedProperties: false }",
        ["propertyNames"] = "{ type: object, minProperties: 1, propertyNames: { maxLength: 20 } }",
        ["required"] = "{ type: object, required: [a] }",
        ["dependentRequired"] = "{ properties: { a: { const: x }, b: { const: x } }, dependentRequired: { a: [b] } }",
        ["dependentSchemas"] = "{ properties: { a: { const: x }, b: { const: x } }, dependentSchemas: { a: { required: [b] } } }",
        ["dependencies"] = "{ properties: { a: { const: x }, b: { const: x } }, dependencies: { a: [b] } }",
        ["maxProperties"] = "{ type: object, maxProperties: 2 }",
        ["minProperties"] = "{ type: object, minProperties: 2 }",
        ["anyOf"] = "{ anyOf: [{ type: string }, { type: integer }] }",
        ["oneOf"] = "{ oneOf: [{ type: string }, { type: integer }] }",
        ["not"] = "{ not: { type: integer } }",
        ["if"] =
            "{ properties: { a: { enum: [x, y] }, b: { const: z } }, if: { properties: { a: { const: x } } }, then: { required: [b] } }",
    };

    /// <summary>
    /// A schema for each keyword that has no rule of its own and changes the verdict all the same, a value that it lets pass, and a value
    /// that it refuses.
    /// </summary>
    private static readonly Dictionary<string, (string Schema, string Accepted, string Refused)> Effects = new()
    {
        ["$ref"] = ("{ $ref: '#/components/schemas/V/$defs/a', $defs: { a: { type: integer } } }", "1", "true"),
        ["$dynamicRef"] = ("{ $dynamicRef: '#a', $defs: { a: { $dynamicAnchor: a, type: integer } } }", "1", "true"),
        ["nullable"] = ("{ type: string, nullable: true }", "null", "1"),
        ["minContains"] = ("{ contains: { const: 1 }, minContains: 2 }", "[1, 1]", "[1]"),
        ["maxContains"] = ("{ contains: { const: 1 }, maxContains: 1 }", "[1]", "[1, 1]"),
        ["then"] = ("{ if: { type: integer }, then: { minimum: 1 } }", "1", "0"),
        ["else"] = ("{ if: { type: integer }, else: { type: string } }", "\"a\"", "true"),
        ["prefixItems"] = ("{ prefixItems: [{ type: integer }] }", "[1]", "[true]"),
        ["properties"] = ("{ properties: { a: { type: integer } } }", "{\"a\":1}", "{\"a\":true}"),
        ["patternProperties"] = ("{ patternProperties: { ^a: { type: integer } } }", "{\"ab\":1}", "{\"ab\":true}"),
        ["allOf"] = ("{ allOf: [{ type: integer }] }", "1", "true"),
    };

    /// <summary>Why each other keyword has no rule, so that there is nothing to evaluate, to break or to try.</summary>
    private static readonly Dictionary<string, string> WithoutRule = new()
    {
        ["$schema"] = "chooses the dialect",
        ["$id"] = "names a schema",
        ["id"] = "names a schema up to draft 4",
        ["$recursiveAnchor"] = "names a schema in 2019-09",
        ["$recursiveRef"] = "leads to the root of its resource in 2019-09: a value breaks the rules of the keywords there",
        ["definitions"] = "keeps schemas up to draft 7, which count where they are referred to",
        ["$anchor"] = "names a schema",
        ["$dynamicAnchor"] = "names a schema",
        ["$vocabulary"] = "describes meta-schemas",
        ["$comment"] = "is for authors",
        ["$defs"] = "keeps schemas, which count where they are referred to",
        ["contentEncoding"] = "describes text, and tells which bytes a form carries; JSON Schema asserts nothing",
        ["contentMediaType"] = "describes text, and tells which bytes a form carries; JSON Schema asserts nothing",
        ["contentSchema"] = "describes the text's content; JSON Schema asserts nothing",
        ["discriminator"] = "selects the alternative to explain; OpenAPI lets it refuse nothing",
        ["title"] = "describes",
        ["description"] = "describes",
        ["default"] = "is offered as a value, and refuses nothing",
        ["example"] = "is offered as a value, and refuses nothing",
        ["examples"] = "are offered as values, and refuse nothing",
        ["readOnly"] = "takes names out of required in requests",
        ["writeOnly"] = "takes names out of required in responses",
        ["deprecated"] = "describes",
        ["xml"] = "says how values are written in XML",
        ["externalDocs"] = "describes",
    };

    /// <summary>Why no request at a keyword's limit belongs to its rule.</summary>
    private static readonly Dictionary<string, string> WithoutLimit = new()
    {
        ["const"] = "its one value is in the plain request",
        ["multipleOf"] = "every multiple is like every other",
        ["pattern"] = "has no limit between texts",
        ["format"] = "has no limit between texts",
        ["items"] = "false allows no elements: the plain request has none",
        ["additionalItems"] = "false allows no elements: the plain request has none",
        ["unevaluatedItems"] = "false allows no elements: the plain request has none",
        ["uniqueItems"] = "the plain request has different elements",
        ["contains"] = "the plain request has as few elements as it takes",
        ["additionalProperties"] = "false allows no members: the plain request has none",
        ["unevaluatedProperties"] = "false allows no members: the plain request has none",
        ["propertyNames"] = "names have no limit of their own",
        ["required"] = "what is not required is left out, which is tried for the whole request",
        ["dependentRequired"] = "what is not required is left out, which is tried for the whole request",
        ["dependencies"] = "members are left out, which is tried for the whole request",
        ["dependentSchemas"] = "members are left out, which is tried for the whole request",
        ["maxProperties"] = "which members may be added is for other keywords to say",
        ["minProperties"] = "members are left out, which is tried for the whole request",
        ["not"] = "a refused schema has no limit",
    };

    public static TheoryData<string> Rules => [.. Schemas.Keys];

    public static TheoryData<string> ChangesOfVerdict => [.. Effects.Keys];

    [Fact]
    public void A_keyword_has_a_rule_or_an_effect_or_a_reason_why_not_and_only_one_of_them() =>
        Schemas.Keys.Concat(Effects.Keys).Concat(WithoutRule.Keys)
            .ShouldBe(KeywordCatalog.All.Select(keyword => keyword.Name), ignoreOrder: true);

    [Fact]
    public void A_keyword_with_a_rule_has_a_text_and_a_way_to_break_it_and_no_other_has() =>
        KeywordCatalog.All
            .Where(keyword => (keyword.Statement is not null, keyword.Break != KeywordBreak.None)
                != (Schemas.ContainsKey(keyword.Name), Schemas.ContainsKey(keyword.Name)))
            .Select(keyword => keyword.Name)
            .ShouldBeEmpty();

    [Fact]
    public void A_keyword_has_a_boundary_or_a_reason_why_not_and_only_one_of_them() =>
        Schemas.Keys.Where(name => name != "const")
            .Where(name => (KeywordCatalog.Find(name)!.Boundary == KeywordBoundary.None) != WithoutLimit.ContainsKey(name))
            .Concat(WithoutLimit.Keys.Except(Schemas.Keys))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(ChangesOfVerdict))]
    public void A_keyword_without_a_rule_of_its_own_changes_the_verdict(string keyword)
    {
        var (schema, accepted, refused) = Effects[keyword];
        var version = KeywordCatalog.Find(keyword)!.IsIn(SpecificationVersion.OpenApi31) ? "3.1.0" : "3.0.4";
        var api = new MemberDocument(schema, version).Api;
        var compiled = api.Schemas.At(api.Documents.Root.Member("components")!.Value.Member("schemas")!.Value.Member("V")!.Value)
            .Compiled(MessageDirection.Request).ShouldBeOfType<CompileResult.Compiled>().Schema;

        compiled.IsValid(Encoding.UTF8.GetBytes(accepted)).ShouldBeTrue();
        compiled.IsValid(Encoding.UTF8.GetBytes(refused)).ShouldBeFalse();
        if (KeywordCatalog.Find(keyword)!.Modifies is { } main)
        {
            KeywordCatalog.Find(main)!.Statement.ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData(SpecificationVersion.OpenApi30)]
    [InlineData(SpecificationVersion.OpenApi31)]
    public void A_keyword_of_a_version_is_one_of_its_dialects(SpecificationVersion version)
    {
        var dialect = version == SpecificationVersion.OpenApi30
            ? OpenApiDialects.V30
            : OpenApiDialects.V31;

        KeywordCatalog.All
            .Where(keyword => keyword.IsIn(version) && keyword.Versions != KeywordVersions.Older)
            .Where(keyword => !Has(dialect, keyword.Name))
            .Select(keyword => keyword.Name)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_value_is_generated_for_a_keyword_and_it_is_broken_alone(string keyword)
    {
        var (document, rule) = Of(keyword);

        document.Plan.Operations["add"].Plain.ShouldNotBeNull();
        document.CasesOf(rule, CaseExpectation.Refused).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_keyword_is_tried_at_its_limit_or_a_reason_says_why_not(string keyword)
    {
        var (document, rule) = Of(keyword);

        var limits = document.CasesOf(rule, CaseExpectation.Accepted).Where(testCase => testCase.Id != "add/plain").ToList();
        (limits.Count > 0)
            .ShouldBe(!WithoutLimit.ContainsKey(keyword), $"{keyword}: {string.Join(", ", limits.Select(limit => limit.Id))}");
    }

    private static bool Has(Dialect dialect, string keyword)
    {
        try
        {
            return dialect[keyword] is not null;
        }
        catch (KeyNotFoundException)
        {
            return false;
        }
    }

    private static (MemberDocument Document, Rule Rule) Of(string keyword)
    {
        var isOlder = KeywordCatalog.Find(keyword)!.Versions == KeywordVersions.Older;
        var document = new MemberDocument(
            Schemas[keyword], isOlder ? "3.1.0\njsonSchemaDialect: https://json-schema.org/draft/2019-09/schema" : "3.1.0");
        return (document, document.RulesOf(keyword).First());
    }
}
