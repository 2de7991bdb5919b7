using System.Text;
using SocialContract.Contract;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Reading;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Judging;

namespace SocialContract.MockServer.Tests.Stubs.Judging;

public sealed class StubJudgeTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /pets/{id}:
            get:
              operationId: readPet
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                '200':
                  description: a pet
                  headers: { X-Age: { required: true, schema: { type: integer } } }
                  content: { application/json: { schema: { type: object, required: [name] } } }
            delete:
              operationId: deletePet
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses: { '204': { description: gone } }
        """;

    private static readonly ServedContract Contract = new(
        ContractLoader.LoadText(Document, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api, ResponseOptions.Default, []);

    [Fact]
    public void A_stub_that_responds_as_the_document_describes_has_no_findings() =>
        Judge("GET", "/pets/1", Pet("""{"name":"Rex"}""", "7")).ShouldBeEmpty();

    [Fact]
    public void A_path_that_the_document_does_not_have_is_found_with_the_nearest_one() =>
        Judge("GET", "/pet/1", Pet("{}", "7"))
            .ShouldBe([new("/request/url", "The document has no path /pet/1; did you mean GET, DELETE /pets/{id}?")]);

    [Fact]
    public void A_method_that_the_path_does_not_have_is_found() =>
        Judge("PUT", "/pets/1", Pet("{}", "7"))
            .ShouldBe([new("/request/method", "The document has /pets/1 with GET, DELETE, not with PUT.")]);

    [Fact]
    public void A_status_that_the_operation_does_not_have_is_found() =>
        Judge("DELETE", "/pets/1", new ResponseMessage(503))
            .ShouldBe([new("/response/status", "deletePet has the responses 204, not 503.")]);

    [Fact]
    public void The_faults_of_a_body_and_of_headers_are_found_at_their_members() =>
        Judge("GET", "/pets/1", Pet("""{"nam":"Rex"}""", "old")).Select(finding => finding.Pointer)
            .ShouldBe(["/response/headers/X-Age", "/response/body"]);

    [Fact]
    public void A_body_that_a_template_writes_is_left_to_the_time_when_it_is_sent() =>
        StubJudge.Judge(new StubClaim("GET", "/pets/1", Pet("{{x}}", "7"), BodyIsFixed: false), Contract).ShouldBeEmpty();

    [Fact]
    public void A_stub_for_any_method_agrees_with_the_document_if_one_operation_does() =>
        Judge(null, "/pets/1", new ResponseMessage(204)).ShouldBeEmpty();

    [Fact]
    public void A_stub_whose_path_a_matcher_decides_has_no_findings() => Judge("GET", null, new ResponseMessage(599)).ShouldBeEmpty();

    private static IReadOnlyList<StubFinding> Judge(string? method, string? path, ResponseMessage response) =>
        StubJudge.Judge(new StubClaim(method, path, response, BodyIsFixed: true), Contract);

    private static ResponseMessage Pet(string json, string age) =>
        new(200, [new("Content-Type", "application/json"), new("X-Age", age)], Encoding.UTF8.GetBytes(json));
}
