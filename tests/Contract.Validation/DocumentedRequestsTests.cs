using System.Text.Json;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>The documentation's own requests, byte for byte, against the contract: tests/documents/requests.</summary>
public sealed class DocumentedRequestsTests
{
    private static readonly Lazy<JsonElement> Index = new(() => JsonDocument.Parse(File.ReadAllText(PathOf("index.json"))).RootElement);

    public static TheoryData<string> Names => [.. Index.Value.EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_documented_request_gets_the_documented_verdict(string name)
    {
        var entry = Index.Value.EnumerateArray().Single(candidate => candidate.GetProperty("name").GetString() == name);
        var contract = ContractLoader.Load(Checkout.PathOf("spec/openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;
        var body = entry.GetProperty("body").GetString() is { } file ? File.ReadAllBytes(PathOf(file)) : [];
        var request = new TestRequest(
            $"{entry.GetProperty("method").GetString()} {entry.GetProperty("path").GetString()}",
            body,
            ["Authentication: Bearer TOKEN", .. ContentType(entry)]);

        var route = OperationRouter.Build(contract.Operations).Match(request.Method, request.Path);
        using var verdict = new ContractValidators(contract)
            .Request(route.Operation!)
            .Validate(request, route, RequestValidationOptions.Default);

        route.Operation!.Id.ShouldBe(entry.GetProperty("operation").GetString());
        verdict.Stage.ShouldBe(entry.GetProperty("status").GetInt32() switch
        {
            200 => null,
            400 => ViolationKind.Syntax,
            _ => ViolationKind.Body,
        });
        verdict.Violations.Select(violation => violation.Rule.DocumentedName).OfType<string>()
            .ShouldBe(entry.GetProperty("refused").EnumerateArray().Select(refused => refused.GetString()!));
    }

    private static string[] ContentType(JsonElement entry) =>
        entry.GetProperty("contentType").GetString() is { } type ? [$"Content-Type: {type}"] : [];

    private static string PathOf(string file) => Checkout.PathOf($"tests/documents/requests/{file}");
}
