using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Reading;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.Keywords;

/// <summary>A keyword that only one version has changes the rules and the requests of that version only.</summary>
public sealed class NullableTests
{
    [Theory]
    [InlineData("3.0.4", "v is a string or null", false)]
    [InlineData("3.1.0", "v is a string", true)]
    public void Nullable_counts_in_3_0_only(string version, string statement, bool isNullRefused)
    {
        var api = ContractLoader.LoadText(
            $$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: add
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: { type: object, required: [v], properties: { v: { type: string, nullable: true } } }
                  responses: { '200': { description: A }, '422': { description: B } }
            """,
            "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var rule = api.Rules.Requests(api.Operations[0]).First(use => use.Rule.Keyword == "type" && use.Instance == "/body/v").Rule;

        rule.Statement.ShouldBe(statement);
        CasePlanner.Plan(api, PlanOptions.Default).Cases
            .Where(testCase => testCase.Expectation == CaseExpectation.Refused && testCase.Checks.Any(check => check.Id == rule.Id))
            .Any(testCase => Encoding.UTF8.GetString(testCase.Body.Span) == """{"v":null}""")
            .ShouldBe(isNullRefused);
    }
}
