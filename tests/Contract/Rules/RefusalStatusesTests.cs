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
    public void The_responses_for_a_refusal_are_the_likeliest_first(string documented, ViolationKind stage, string expected)
    {
        var responses = string.Join(", ", documented.Split(", ").Select(key => $"'{key}': {{ description: d }}"));
        var operation = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: { /x: { get: { responses: { {{responses}} } } } }
            """).Operations[0];

        string.Join(' ', RefusalStatuses.Documented(operation, stage).Select(response => response.Status)).ShouldBe(expected);
    }

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
    public void The_response_of_a_status_is_its_own_else_its_ranges_else_the_default(int status, string expected)
    {
        var operation = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths: { /x: { get: { responses: { default: { description: d }, 4XX: { description: d }, '404': { description: d } } } } }
            """).Operations[0];

        operation.ResponseFor(status)!.Status.ShouldBe(expected);
    }

    [Theory]
    [InlineData(400, "")]
    [InlineData(401, "caller")]
    [InlineData(403, "caller")]
    [InlineData(404, "missing")]
    [InlineData(409, "")]
    [InlineData(410, "missing")]
    [InlineData(429, "limit")]
    public void A_status_belongs_to_at_most_one_named_group(int status, string group)
    {
        RefusalStatuses.RefusesCaller(status).ShouldBe(group == "caller");
        RefusalStatuses.IsMissing(status).ShouldBe(group == "missing");
        RefusalStatuses.IsLimit(status).ShouldBe(group == "limit");
    }
}
