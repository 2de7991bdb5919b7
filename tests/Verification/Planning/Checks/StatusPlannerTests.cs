using SocialContract.Contract.Provenances;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Checks;

/// <summary>Checks of statuses that the document only assumes.</summary>
public sealed class StatusPlannerTests
{
    [Theory]
    [InlineData("200", "an accepted request gets 200")]
    [InlineData("400", "a request that breaks a rule of its parameters is refused with 400")]
    [InlineData("401", "a caller who does not authenticate is refused with 401")]
    [InlineData("403", "a caller who does not authenticate is refused with 403")]
    [InlineData("404", "a request for a missing resource gets 404")]
    [InlineData("410", "a request for a missing resource gets 410")]
    [InlineData("422", "a request that breaks a rule of its parameters is refused with 422")]
    public void An_assumed_status_has_a_check_that_is_assumed(string status, string statement)
    {
        var check = Of(status, "assumed").All.ShouldHaveSingleItem();

        check.Key.Id.ShouldBe($"check/status/{status}");
        check.Statement.ShouldBe(statement);
        check.Source.ShouldBe(RuleSource.Assumed);
    }

    [Theory]
    [InlineData("422", "stated")]
    [InlineData("500", "assumed")]
    [InlineData("2XX", "assumed")]
    [InlineData("4XX", "assumed")]
    [InlineData("415", "assumed")]
    [InlineData("409", "assumed")]
    public void A_stated_status_and_one_that_no_request_is_sent_for_have_none(string status, string source) =>
        Of(status, source).All.ShouldBeEmpty();

    [Theory]
    [InlineData(
        "400 422",
        "a body that cannot be read is refused with 400",
        "a request that breaks a rule of its parameters is refused with 422")]
    [InlineData("400", "a body that cannot be read, or a request that breaks a rule of its parameters is refused with 400")]
    [InlineData("415", "a body of another content type is refused with 415")]
    [InlineData(
        "401 403",
        "a caller who does not authenticate is refused with 401",
        "a caller who does not authenticate is refused with 403")]
    public void A_status_is_stated_of_the_stages_that_expect_it(string statuses, params string[] statements)
    {
        var responses = statuses.Split(' ').Select(status => $"'{status}': {{ description: Refused., x-source: assumed }}");
        var planned = PlannedOperation.Of($$"""
              /notes:
                post:
                  operationId: createNote
                  requestBody: { content: { application/json: { schema: { type: object } } } }
                  responses: { '201': { description: Created., x-source: stated }, {{string.Join(", ", responses)}} }
            """);
        var checks = new CheckList(planned.Api, planned.Operation);

        StatusPlanner.Add(checks);

        checks.All.Select(check => check.Statement).ShouldBe(statements);
    }

    private static CheckList Of(string status, string source)
    {
        var planned = PlannedOperation.Of($$"""
              /notes:
                get:
                  operationId: listNotes
                  responses: { '{{status}}': { description: An answer., x-source: {{source}} } }
            """);
        var checks = new CheckList(planned.Api, planned.Operation);
        StatusPlanner.Add(checks);
        return checks;
    }
}
