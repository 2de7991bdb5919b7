using System.Globalization;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>Planning an operation ends; what is left without a request says so.</summary>
public sealed class LargeOperationTests
{
    [Fact]
    public void Thousands_of_parameters_get_requests_until_the_budget_is_spent()
    {
        var parameters = Enumerable.Range(0, 4_000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"{{ name: q{number}, in: query, required: true, schema: {{ type: integer, minimum: 1 }} }}"));

        var plan = CasePlanner.Plan(Document($"parameters: [{string.Join(", ", parameters)}]"), new PlanOptions());

        plan.Cases.ShouldNotBeEmpty();
        plan.Checks.Count(check => check.NotExercised == PlanningBudget.Reason).ShouldBeGreaterThan(1_000);
        var asked = plan.Cases.SelectMany(testCase => testCase.Checks).ToHashSet();
        plan.Checks.Where(check => check.NotExercised == PlanningBudget.Reason).ShouldAllBe(check => !asked.Contains(check.Key));
    }

    [Fact]
    public void Thousands_of_alternatives_get_requests_until_the_budget_is_spent()
    {
        var branches = Enumerable.Range(0, 4_000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"{{ required: [k], properties: {{ k: {{ const: v{number} }}, n: {{ type: integer }} }} }}"));

        var plan = CasePlanner.Plan(
            Document(Body($"{{ type: object, oneOf: [{string.Join(", ", branches)}] }}")), new PlanOptions());

        plan.Cases.Count().ShouldBeInRange(100, 3_900);
    }

    [Fact]
    public void The_same_large_document_gives_the_same_plan()
    {
        var properties = Enumerable.Range(0, 3_000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"p{number}: {{ type: string, maxLength: 10 }}"));
        var body = Body($"{{ type: object, properties: {{ {string.Join(", ", properties)} }} }}");

        CasePlanner.Plan(Document(body), new PlanOptions()).Hash.ShouldBe(CasePlanner.Plan(Document(body), new PlanOptions()).Hash);
    }

    private static string Body(string schema) => $"requestBody: {{ content: {{ application/json: {{ schema: {schema} }} }} }}";

    private static ContractDescription Document(string members) => ContractLoader.LoadText(
        $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /things:
            post:
              {{members}}
              responses: { '201': { description: Created. }, '422': { description: Refused. } }
        """,
        "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
}
