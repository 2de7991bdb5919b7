using System.Text.RegularExpressions;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>The OpenAPI Initiative's example documents.</summary>
public sealed class ForeignDocumentsTests
{
    private static IEnumerable<ContractDescription> Documents
    {
        get
        {
            var folder = Oracle.OpenApiExamples.Require();
            return new[] { "v3.0", "v3.1" }
                .SelectMany(version => Directory.EnumerateFiles(Path.Combine(folder, version), "*.yaml", SearchOption.AllDirectories))
                .Order(StringComparer.Ordinal)
                .Select(file => ContractLoader.Load(file).ShouldBeOfType<LoadResult.Loaded>(file).Api);
        }
    }

    [Fact]
    public void Every_operation_is_found_by_its_own_path()
    {
        var found = 0;
        foreach (var contract in Documents)
        {
            var router = OperationRouter.Build(contract.Operations);
            foreach (var operation in contract.Operations)
            {
                router.Match(operation.Method, Concrete(operation.Path)).Operation.ShouldBe(operation, contract.Title);
                found++;
            }
        }

        found.ShouldBe(23);
    }

    [Fact]
    public void The_response_examples_of_the_documents_are_valid()
    {
        var validated = 0;
        foreach (var contract in Documents)
        {
            var validators = new ContractValidators(contract);
            foreach (var operation in contract.Operations)
            {
                foreach (var response in operation.Responses.SelectMany(Examples))
                {
                    validators.Response(operation).Validate(response).Select(violation => violation.Message).ShouldBeEmpty();
                    validated++;
                }
            }
        }

        validated.ShouldBe(5);
    }

    private static IEnumerable<TestResponse> Examples(Response response) =>
        from media in response.Content
        where int.TryParse(response.Status, out _) && MediaTypeName.TryParse(media.Name, out var name) && name.IsJson
        from example in media.Examples
        select new TestResponse(int.Parse(response.Status), example.Value!.Value.Value.GetRawText(), $"Content-Type: {media.Name}");

    private static string Concrete(string path) => Regex.Replace(path, "{[^}]+}", "zz9");
}
