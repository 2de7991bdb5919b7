using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>Everything that reads an operation leaves out the same parameters: those that OpenAPI ignores.</summary>
public sealed class MessageSitesTests
{
    private const string Ignored = "required: true, schema: { type: nonsense }, example: 1";

    private static readonly ContractDescription Api = ContractLoader.LoadText(
        $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              operationId: add
              parameters:
                - { name: accept, in: header, {{Ignored}} }
                - { name: CONTENT-TYPE, in: header, {{Ignored}} }
                - { name: Authorization, in: header, {{Ignored}} }
                - { name: X-A, in: header, required: true, schema: { type: integer } }
                - { name: Accept, in: query, required: true, schema: { type: integer } }
              responses:
                '200': { description: A, headers: { content-type: { {{Ignored}} }, X-B: { schema: { type: integer } } } }
                '422': { description: B }
        """,
        "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;

    private static Operation Operation => Api.Operations[0];

    [Fact]
    public void Sites_are_what_messages_have() =>
        MessageSites.Of(Operation).Select(site => $"{site.Direction} {site.Place}")
            .ShouldBe(["Request /header/X-A", "Request /query/Accept", "Response /header/X-B"]);

    [Fact]
    public void Rules_faults_and_findings_leave_them_out()
    {
        Api.FaultsOf(Operation).ShouldBeEmpty();
        Api.Rules.Requests(Operation).Select(use => use.Instance).Distinct().ShouldBe(["/header/X-A", "/query/Accept"]);
        Api.Rules.Responses(Operation).Select(use => use.Instance).Distinct().ShouldBe(["/status", "/header/X-B"]);
        Linter.Lint(Api).Findings.Where(finding => finding.Message.Contains("example", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Requests_are_made_and_accepted_without_them()
    {
        var sample = new SampleRequestBuilder(new DataGenerator(Api), "token").Build(Operation).ShouldNotBeNull();
        var plain = CasePlanner.Plan(Api, PlanOptions.Default).Operations["add"].Plain.ShouldNotBeNull();

        IsValid(sample).ShouldBeTrue();
        plain.Request.Headers.Contains("X-A").ShouldBeTrue();
        plain.Request.Headers.Contains("Authorization").ShouldBeFalse();
        SchemaPlaces.OfRequest(Operation, null, Api.View).All.ShouldBe(["/header/X-A", "/query/Accept"]);
    }

    private static bool IsValid(RequestMessage request)
    {
        var route = OperationRouter.Build(Api.Operations).Match(request.Method, request.Path);
        using var verdict = new ContractValidators(Api).Request(Operation).Validate(request, route, RequestValidationOptions.Default);
        return verdict.IsValid;
    }
}
