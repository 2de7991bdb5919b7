using SocialContract.Contract.Rules;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Judging;

/// <summary>The statuses of refusals, documented or of HTTP itself.</summary>
public sealed class RefusalStatusesTests
{
    [Theory]
    [InlineData(ViolationKind.Security, "401")]
    [InlineData(ViolationKind.ContentType, "415")]
    [InlineData(ViolationKind.Syntax, "400")]
    [InlineData(ViolationKind.Body, "422 400")]
    public void The_likeliest_documented_status_is_the_first(ViolationKind stage, string statuses) =>
        string.Join(' ', RefusalStatuses.Named(Notes.Create, stage).Select(response => response.Status)).ShouldBe(statuses);

    [Fact]
    public void An_operation_may_document_none() => RefusalStatuses.Named(Notes.Read, ViolationKind.Security).ShouldBeEmpty();

    [Theory]
    [InlineData(ViolationKind.Security, 403, true)]
    [InlineData(ViolationKind.Security, 400, false)]
    [InlineData(ViolationKind.ContentType, 415, true)]
    [InlineData(ViolationKind.ContentType, 413, false)]
    [InlineData(ViolationKind.Syntax, 413, true)]
    [InlineData(ViolationKind.Body, 400, false)]
    public void HTTP_itself_gives_some_statuses_for_a_fault(ViolationKind stage, int status, bool isOfHttp) =>
        RefusalStatuses.IsOfHttp(stage, status).ShouldBe(isOfHttp);

    [Theory]
    [InlineData(413, true)]
    [InlineData(429, true)]
    [InlineData(422, false)]
    public void A_limit_of_the_server_is_known_by_its_status(int status, bool isLimit) => RefusalStatuses.IsLimit(status).ShouldBe(isLimit);
}
