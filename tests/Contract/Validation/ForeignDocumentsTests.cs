using System.Text.RegularExpressions;
using SocialApi.Contract.Model;
using SocialApi.Contract.Reading;
using SocialApi.Contract.Routing;
using SocialApi.Contract.Sources;
using SocialApi.Contract.Tests.Spec;
using SocialApi.Contract.Validation;

namespace SocialApi.Contract.Tests.Validation;

/// <summary>The OpenAPI Initiative's example documents, which nobody here wrote: they stand beside the checkout and are no part of it.</summary>
public sealed class ForeignDocumentsTests
{
    private static readonly string Folder = Path.GetFullPath(Checkout.PathOf("../shared/openapi-examples"));

    public static TheoryData<string> Documents => Directory.Exists(Folder)
        ? [.. new[] { "v3.0", "v3.1" }.SelectMany(version => Directory.EnumerateFiles(Path.Combine(Folder, version), "*.yaml", SearchOption.AllDirectories)).Order().Select(file => Path.GetRelativePath(Folder, file))]
        : [""];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_operation_is_found_by_its_own_path(string file)
    {
        var contract = Load(file);
        var router = OperationRouter.Build(contract.Operations);

        foreach (var operation in contract.Operations)
        {
            router.Match(operation.Method, Concrete(operation.Path)).Operation.ShouldBe(operation);
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_own_request_examples_are_valid_bodies(string file)
    {
        var contract = Load(file);
        var router = OperationRouter.Build(contract.Operations);
        var validators = new ContractValidators(contract);

        foreach (var operation in contract.Operations.Where(operation => validators.Request(operation).Faults.Count == 0))
        {
            var path = Concrete(operation.Path);
            foreach (var media in operation.RequestBody?.Content ?? [])
            {
                foreach (var example in media.Examples.Where(_ => BodyIsJson(media)).Select(example => example.Value).OfType<DocumentNode>())
                {
                    var request = new TestRequest($"{operation.Method} {path}", example.Value.GetRawText(), $"Content-Type: {media.Name}");
                    using var verdict = validators.Request(operation).Validate(request, router.Match(operation.Method, path), RequestValidationOptions.Default);

                    verdict.Violations.Where(violation => violation.Kind == ViolationKind.Body).Select(violation => violation.Message).ShouldBeEmpty();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Its_own_response_examples_are_valid_bodies(string file)
    {
        var contract = Load(file);
        var validators = new ContractValidators(contract);

        foreach (var operation in contract.Operations.Where(operation => validators.Response(operation).Faults.Count == 0))
        {
            foreach (var response in operation.Responses.Where(response => int.TryParse(response.Status, out _)))
            {
                foreach (var media in response.Content.Where(BodyIsJson))
                {
                    foreach (var example in media.Examples.Select(example => example.Value).OfType<DocumentNode>())
                    {
                        validators.Response(operation)
                            .Validate(new TestResponse(int.Parse(response.Status), example.Value.GetRawText(), $"Content-Type: {media.Name}"))
                            .Where(violation => violation.Kind != ViolationKind.Header)
                            .Select(violation => violation.Message)
                            .ShouldBeEmpty();
                    }
                }
            }
        }
    }

    private static bool BodyIsJson(MediaType media) => MediaTypeName.TryParse(media.Name, out var name) && name.IsJson;

    private static ContractDescription Load(string file)
    {
        Assert.SkipWhen(file.Length == 0, $"The example documents are not here: expected them in {Folder}.");
        return ContractLoader.Load(Path.Combine(Folder, file)) switch
        {
            LoadResult.Loaded loaded => loaded.Api,
            LoadResult.Rejected rejected => throw new InvalidOperationException(rejected.Diagnostics[0].Message),
            _ => throw new InvalidOperationException(),
        };
    }

    private static string Concrete(string path) => Regex.Replace(path, "{[^}]+}", "zz9");
}
