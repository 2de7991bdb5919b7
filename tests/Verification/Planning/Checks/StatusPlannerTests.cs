using SocialContract.Contract.Provenances;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Checks;

/// <summary>Checks of statuses that the document only assumes.</summary>
public sealed class StatusPlannerTests
{
    [Theory]
    [InlineData("200", "an accepted request is answered with 200")]
    [InlineData("400", "a body that cannot be read is refused with 400")]
    [InlineData("401", "a caller who does not authenticate is refused with 401")]
    [InlineData("404", "a request for a missing resource is answered with 404")]
    [InlineData("415", "a body of another content type is refused with 415")]
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
    public void A_stated_status_and_one_that_no_request_is_sent_for_have_none(string status, string source) =>
        Of(status, source).All.ShouldBeEmpty();

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
