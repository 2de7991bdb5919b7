using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;

using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests.Spec;

/// <summary><c>spec/openapi.yaml</c> as the kit reads it, with what judges its messages.</summary>
internal static class ShippedContract
{
    public static ContractDescription Api { get; } = ContractLoader.Load(
        Checkout.PathOf("spec/openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;

    public static ContractValidators Validators { get; } = new(Api);

    private static readonly OperationRouter Router = OperationRouter.Build(Api.Operations);

    private static readonly string[] Lines = File.ReadAllLines(Checkout.PathOf("spec/openapi.yaml"));

    public static Operation Operation(string id) => Api.Operations.Single(operation => operation.Id == id);

    /// <summary>The document's line of that number, the first being 1.</summary>
    public static string Line(int number) => Lines[number - 1];

    /// <summary>The nearest <c>x-documented-name</c> at or above a line: by reading, not by the kit.</summary>
    public static string NameAbove(int line) =>
        Lines.Take(line)
            .Last(text => text.Contains("x-documented-name: ", StringComparison.Ordinal))
            .Split("x-documented-name: ")[1].Trim();

    /// <summary>The whole request, as a server gets it, judged.</summary>
    public static RequestVerdict Judge(DocumentedRequest request)
    {
        var headers = new List<string>();
        if (request.Header(DocumentedFacts.Header) is { } credentials)
        {
            headers.Add($"{DocumentedFacts.Header}: {credentials}");
        }

        if (request.Body is not null)
        {
            headers.Add("Content-Type: application/json");
        }

        var message = new TestRequest($"{request.Method} {request.Path}", request.Body?.ToJsonString() ?? "", [.. headers]);
        var route = Router.Match(message.Method, message.Path);
        route.Kind.ShouldBe(RouteMatchKind.Matched);
        return Validators.Request(route.Operation!).Validate(message, route, RequestValidationOptions.Default);
    }
}
