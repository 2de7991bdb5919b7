using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;
using SocialContract.JsonSchema.Dialects;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>
/// Every keyword of the catalogue is compiled, said in words, generated, broken and tried at its limit, or a reason says why not. A keyword
/// that is added to the catalogue fails here until all that is done.
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
        ["maxProperties"] = "{ type: object, maxProperties: 2 }",
        ["minProperties"] = "{ type: object, minProperties: 2 }",
        ["anyOf"] = "{ anyOf: [{ type: string }, { type: integer }] }",
        ["oneOf"] = "{ oneOf: [{ type: string }, { type: integer }] }",
        ["not"] = "{ not: { type: integer } }",
        ["if"] =
            "{ properties: { a: { enum: [x, y] }, b: { const: z } }, if: { properties: { a: { const: x } } }, then: { required: [b] } }",
    };

    /// <summary>Why a role makes no rule of its own, so that there is nothing to say, to break or to try.</summary>
    private static readonly Dictionary<KeywordRole, string> WithoutRule = new()
    {
        [KeywordRole.Core] = "names schemas, or speaks to their authors",
        [KeywordRole.Reference] = "the rules are those of the schema that it leads to",
        [KeywordRole.Definitions] = "keeps schemas, which count where they are referred to",
        [KeywordRole.Modifier] = "changes another keyword's rule",
        [KeywordRole.Hint] = "refuses nothing",
        [KeywordRole.Annotation] = "refuses nothing",
        [KeywordRole.Replaced] = "2020-12 does not have it",
    };

    /// <summary>Applicators that refuse nothing by themselves: the rules are those of the schemas in them.</summary>
    private static readonly string[] OnlyApplies = ["allOf", "properties", "patternProperties", "prefixItems"];

    /// <summary>Why no request at a keyword's limit belongs to its rule.</summary>
    private static readonly Dictionary<string, string> WithoutLimit = new()
    {
        ["const"] = "its one value is in the plain request",
        ["multipleOf"] = "every multiple is like every other",
        ["pattern"] = "has no limit between texts",
        ["format"] = "has no limit between texts",
        ["items"] = "false allows no elements: the plain request has none",
        ["unevaluatedItems"] = "false allows no elements: the plain request has none",
        ["uniqueItems"] = "the plain request has different elements",
        ["contains"] = "the plain request has as few elements as it takes",
        ["additionalProperties"] = "false allows no members: the plain request has none",
        ["unevaluatedProperties"] = "false allows no members: the plain request has none",
        ["propertyNames"] = "names have no limit of their own",
        ["required"] = "what is not required is left out, which is tried for the whole request",
        ["dependentRequired"] = "what is not required is left out, which is tried for the whole request",
        ["dependentSchemas"] = "members are left out, which is tried for the whole request",
        ["maxProperties"] = "which members may be added is for other keywords to say",
        ["minProperties"] = "members are left out, which is tried for the whole request",
        ["not"] = "a refused schema has no limit",
        ["if"] = "the properties that it looks at are tried with each of their values",
    };

    public static TheoryData<string> Rules =>
    [
        .. KeywordCatalog.All
            .Where(keyword => keyword.Statement is not null && keyword.Versions != KeywordVersions.Older)
            .Select(keyword => keyword.Name),
    ];

    [Fact]
    public void A_keyword_has_a_rule_text_or_its_role_says_why_not() =>
        KeywordCatalog.All
            .Where(keyword => keyword.Statement is null && !WithoutRule.ContainsKey(keyword.Role) && !OnlyApplies.Contains(keyword.Name))
            .ShouldBeEmpty();

    [Theory]
    [InlineData(SpecificationVersion.OpenApi30)]
    [InlineData(SpecificationVersion.OpenApi31)]
    public void A_keyword_of_a_version_is_one_of_its_dialects(SpecificationVersion version)
    {
        var dialect = version == SpecificationVersion.OpenApi30
            ? OpenApiDialects.V30(MessageDirection.Request)
            : OpenApiDialects.V31(MessageDirection.Request);

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
        var (rule, plan) = PlanOf(keyword);

        plan.Plain.ShouldContainKey("add");
        CasesOf(plan, rule, CaseExpectation.Refused).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_keyword_is_tried_at_its_limit_or_a_reason_says_why_not(string keyword)
    {
        var (rule, plan) = PlanOf(keyword);

        var limits = CasesOf(plan, rule, CaseExpectation.Accepted).Where(testCase => testCase.Id != "add/plain").ToList();
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

    private static List<ContractCase> CasesOf(VerificationPlan plan, Rule rule, CaseExpectation expectation) =>
        [.. plan.Cases.Where(testCase => testCase.Expectation == expectation && testCase.Checks.Any(check => check.Id == rule.Id))];

    private static (Rule Rule, VerificationPlan Plan) PlanOf(string keyword)
    {
        Schemas.ShouldContainKey(keyword);
        var api = ContractLoader.LoadText(
            $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: add
                  requestBody:
                    required: true
                    content: { application/json: { schema: { type: object, required: [v], properties: { v: {{Schemas[keyword]}} } } } }
                  responses: { '200': { description: A }, '422': { description: B } }
            """,
            "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var rule = api.Rules.Requests(api.Operations[0])
            .First(use => use.Rule.Keyword == keyword && use.Instance == "/body/v").Rule;
        return (rule, CasePlanner.Plan(api, PlanOptions.Default));
    }
}
