using System.Globalization;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Tests.Planning;

/// <summary>The work of a plan is bounded in total; what is left out is said.</summary>
public sealed class PlanningRoundsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(3_000)]
    public void Operations_that_use_all_they_get_are_bounded_in_total(int operations)
    {
        var spent = Spent(operations, _ => long.MaxValue);

        spent.Sum().ShouldBeInRange(PlanningRounds.PlanUnits / 10, PlanningRounds.PlanUnits * 11 / 10);
        spent.ShouldAllBe(units => units > 0);
    }

    [Fact]
    public void An_operation_that_needs_much_gets_what_the_others_leave()
    {
        var spent = Spent(1_000, index => index == 500 ? 100_000_000 : 1_000);

        spent[500].ShouldBe(100_000_000);
    }

    [Fact]
    public void A_schema_that_thousands_of_operations_share_is_planned_for_as_many_as_fit_and_the_plan_says_so()
    {
        var properties = string.Join(", ", Enumerable.Range(0, 2_000).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"p{number}: {{ type: string, maxLength: 3 }}")));
        var paths = string.Concat(Enumerable.Range(0, 300).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""
              /a{{number}}:
                get:
                  operationId: a{{number}}
                  responses:
                    '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/S' } } } }

            """)));
        var api = Load($"{paths}components: {{ schemas: {{ S: {{ type: object, properties: {{ {properties} }} }} }} }}");

        var plan = CasePlanner.Plan(api, new PlanOptions());

        // Each operation has 2,001 schemas and 4,001 rules in its response, and the rule of the status and of the content type.
        plan.Checks.Count.ShouldBeLessThan(300_000);
        plan.Shortfall.ShouldNotBeNull().IsLarge.ShouldBeTrue();
        plan.Shortfall.Sentence.ShouldStartWith(
            "The document is so large that its plan is not complete; not planned: 259 operations (a41, a42, a43, a44, a45 and 254 more).");
        plan.Checks.Single(check => check.Key == new CheckKey(CheckIds.Plain, "a299")).NotExercised.ShouldBe(PlanningBudget.TooLarge);
        plan.Checks.Single(check => check.Key == new CheckKey(CheckIds.Plain, "a0")).NotExercised.ShouldBe("");
    }

    /// <summary>The units that each operation used when it was planned last.</summary>
    /// <param name="need">The units that an operation, by its index, can use.</param>
    private static List<long> Spent(int count, Func<int, long> need)
    {
        var paths = string.Concat(Enumerable.Range(0, count).Select(number => string.Create(
            CultureInfo.InvariantCulture, $"  /a{number}: {{ get: {{ responses: {{ '200': {{ description: ok }} }} }} }}\n")));
        var operations = Load(paths).Operations;
        var index = operations.Index().ToDictionary(entry => entry.Item, entry => entry.Index);

        var budgets = PlanningRounds.Plan(
            operations,
            (operation, budget) =>
            {
                for (var used = 0L; used < need(index[operation]) && !budget.IsSpent; used = budget.Spent)
                {
                    budget.ChargeCopy(100);
                }

                return budget;
            },
            CancellationToken.None);

        return [.. operations.Select(operation => budgets[operation].Spent)];
    }

    private static ContractDescription Load(string paths) => ContractLoader.LoadText(
        $"openapi: 3.1.0\ninfo: {{ title: T, version: '1' }}\npaths:\n{paths}", "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
}
