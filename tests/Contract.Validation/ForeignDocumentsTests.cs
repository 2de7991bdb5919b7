using System.Text.RegularExpressions;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Validation.Tests;

/// <summary>
/// The OpenAPI Initiative's example documents, which nobody here wrote: they stand beside the checkout and are no part of it.
/// </summary>
public sealed class ForeignDocumentsTests
{
    private static readonly string Folder = Path.GetFullPath(Checkout.PathOf("../shared/openapi-examples"));

    public static TheoryData<string> Documents => Directory.Exists(Folder)
        ? [.. new[] { "v3.0", "v3.1" }
            .SelectMany(version => Directory.EnumerateFiles(Path.Combine(Folder, version), "*.yaml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal)]
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

    [Fact]
    public void Their_own_examples_of_answers_are_valid()
    {
        var judged = 0;
        foreach (var contract in Documents.Select(row => Load(row)))
        {
            var validators = new ContractValidators(contract);
            foreach (var operation in contract.Operations)
            {
                foreach (var answer in operation.Responses.SelectMany(AnswersOf))
                {
                    validators.Response(operation).Validate(answer).Select(violation => violation.Message).ShouldBeEmpty();
                    judged++;
                }
            }
        }

        judged.ShouldBe(5);
    }

    private static IEnumerable<TestResponse> AnswersOf(Response response) =>
        from media in response.Content
        where int.TryParse(response.Status, out _) && MediaTypeName.TryParse(media.Name, out var name) && name.IsJson
        from example in media.Examples
        select new TestResponse(int.Parse(response.Status), example.Value!.Value.Value.GetRawText(), $"Content-Type: {media.Name}");

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
