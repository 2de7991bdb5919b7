using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Rules;

public sealed class RefusalStatusesTests
{
    [Theory]
    [InlineData("401, 403, 4XX, default", ViolationKind.Security, "401 403 4XX default")]
    [InlineData("default, 4XX, 403", ViolationKind.Security, "403 4XX default")]
    [InlineData("400, 422", ViolationKind.Body, "422 400")]
    [InlineData("400, 422", ViolationKind.Syntax, "400")]
    [InlineData("200, 5XX, 404", ViolationKind.ContentType, "")]
    public void The_responses_for_a_refusal_are_the_likeliest_first(string documented, ViolationKind stage, string expected) =>
        string.Join(' ', RefusalStatuses.Documented(Operation(documented), stage).Select(response => response.Status))
            .ShouldBe(expected);

    [Theory]
    [InlineData("default, 4XX, 403", ViolationKind.Security, "403 4XX")]
    [InlineData("default", ViolationKind.Security, "")]
    [InlineData("200, 404", ViolationKind.Security, "")]
    public void The_default_response_names_no_status(string documented, ViolationKind stage, string expected) =>
        string.Join(' ', RefusalStatuses.Named(Operation(documented), stage).Select(response => response.Status)).ShouldBe(expected);

    [Theory]
    [InlineData(ViolationKind.Security, 401)]
    [InlineData(ViolationKind.ContentType, 415)]
    [InlineData(ViolationKind.Syntax, 400)]
    [InlineData(ViolationKind.Parameter, 422)]
    [InlineData(ViolationKind.Body, 422)]
    public void Where_the_document_names_no_status_http_does(ViolationKind stage, int status) => RefusalStatuses.Of(stage).ShouldBe(status);

    [Theory]
    [InlineData(404, "404")]
    [InlineData(410, "4XX")]
    [InlineData(500, "default")]
    public void The_response_of_a_status_is_its_own_else_its_ranges_else_the_default(int status, string expected) =>
        Operation("default, 4XX, 404").ResponseFor(status)!.Status.ShouldBe(expected);

    [Theory]
    [InlineData(400, "")]
    [InlineData(401, "caller")]
    [InlineData(403, "caller")]
    [InlineData(404, "missing")]
    [InlineData(409, "")]
    [InlineData(410, "missing")]
    [InlineData(408, "limit")]
    [InlineData(413, "limit")]
    [InlineData(422, "")]
    [InlineData(429, "limit")]
    public void A_status_belongs_to_at_most_one_named_group(int status, string group)
    {
        RefusalStatuses.RefusesCaller(status).ShouldBe(group == "caller");
        RefusalStatuses.IsMissing(status).ShouldBe(group == "missing");
        RefusalStatuses.IsLimit(status).ShouldBe(group == "limit");
    }

    [Theory]
    [InlineData(ViolationKind.Security, 403, true)]
    [InlineData(ViolationKind.Security, 400, false)]
    [InlineData(ViolationKind.ContentType, 415, true)]
    [InlineData(ViolationKind.ContentType, 413, false)]
    [InlineData(ViolationKind.Syntax, 413, true)]
    [InlineData(ViolationKind.Body, 400, false)]
    public void HTTP_itself_gives_some_statuses_for_a_fault(ViolationKind stage, int status, bool isOfHttp) =>
        RefusalStatuses.IsOfHttp(stage, status).ShouldBe(isOfHttp);

    private static Operation Operation(string statuses)
    {
        var responses = string.Join(", ", statuses.Split(", ").Select(key => $"'{key}': {{ description: d }}"));
        return Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: { /x: { get: { responses: { {{responses}} } } } }
            """).Operations[0];
    }
}
