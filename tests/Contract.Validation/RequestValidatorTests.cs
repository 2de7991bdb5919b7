using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests;

public sealed class RequestValidatorTests
{
    [Fact]
    public void An_operation_whose_schema_cannot_be_compiled_is_never_validated()
    {
        var api = Api.Operation("POST /x", "requestBody: { content: { application/json: { schema: { type: obj } } } }");

        api.RequestValidator.Faults.ShouldHaveSingleItem().Pointer.ShouldEndWith("/schema/type");
        Should.Throw<InvalidOperationException>(() => api.Violations("POST /x"));
    }

    [Fact]
    public void The_responses_of_such_an_operation_are_not_validated_either()
    {
        var api = Api.Of(
            "paths: { /x: { get: { responses: { '200': { description: Fine, content: { application/json: { schema: { type: obj } } } "
                + "} } } } }");

        api.ResponseValidator.Faults.ShouldNotBeEmpty();
        Should.Throw<InvalidOperationException>(() => api.ResponseValidator.Validate(new TestResponse(200, "")));
    }

    [Fact]
    public void Read_only_members_are_not_required_of_requests()
    {
        var api = Api.Body(
            "application/json",
            "schema: { required: [id, name], properties: { id: { type: integer, readOnly: true }, name: { type: string } } }");

        api.Violations(new TestRequest("POST /x", """{"name":"Rex"}""")).ShouldBeEmpty();
    }

    [Fact]
    public void Values_of_parameters_are_available_for_echoes()
    {
        var api = Api.Operation(
            "GET /x/{id}",
            """
            parameters:
              - { name: Accept, in: header, schema: { type: string } }
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: X-Id, in: header, schema: { type: string } }
            """);
        using var verdict = api.Validate(new TestRequest("GET /x/7", "", "X-Id: 8"));

        verdict.TryGetParameter(ParameterLocation.Path, "id", out var id).ShouldBeTrue();
        verdict.TryGetParameter(ParameterLocation.Header, "x-id", out var header).ShouldBeTrue();
        verdict.TryGetParameter(ParameterLocation.Query, "id", out _).ShouldBeFalse();
        id.Span.SequenceEqual("7"u8).ShouldBeTrue();
        header.Span.SequenceEqual("\"8\""u8).ShouldBeTrue();
    }

    [Fact]
    public void Validating_a_documented_request_allocates_less_than_a_kilobyte()
    {
        var contract = ContractLoader.Load(Checkout.PathOf("spec/openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;
        var router = OperationRouter.Build(contract.Operations);
        var validators = new ContractValidators(contract);
        var request = new TestRequest(
            "POST /api/v3/instagram_accounts",
            """
            {"facebook_account":{"fb_token":"FB_TOKEN","fb_uid":"FB_UID","location":"templateBranding"},
            "ig_accounts":[{"id":"1","username":"a","fb_token":"t","profile_picture_url":"https://example.com/a.png"}]}
            """,
            "Authentication: Bearer TOKEN",
            "Content-Type: application/json");
        var path = request.Path;
        void Validate()
        {
            var route = router.Match("POST", path);
            using var verdict = validators.Request(route.Operation!).Validate(request, route, RequestValidationOptions.Default);
            verdict.IsValid.ShouldBeTrue();
        }

        for (var i = 0; i < 100; i++)
        {
            Validate();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Validate();
        }

        ((GC.GetAllocatedBytesForCurrentThread() - before) / 100).ShouldBeLessThan(1024);
    }
}
