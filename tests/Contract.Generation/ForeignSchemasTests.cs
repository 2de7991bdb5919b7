using System.Text;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Tests.Spec;
using SocialContract.JsonSchema;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Generation.Tests;

/// <summary>Generates data for the response schemas of documents written by others.</summary>
public class ForeignSchemasTests
{
    private const string Packages = "tests/documents/node_modules";

    /// <summary>
    /// Documents with schemas that no instance satisfies, and the reasons: infinite recursion, and equal branches of <c>oneOf</c>.
    /// </summary>
    private static readonly Dictionary<string, string[]> Unsatisfiable = new()
    {
        ["circular-request-bodies"] = ["an instance would be infinite: it must contain another instance of the same schema"],
        ["readme-legacy"] = ["every value found is accepted by more than one alternative of oneOf"],
    };

    [Fact]
    public void All_responses_of_the_shipped_document_can_be_generated() =>
        Check(Checkout.PathOf("spec/openapi.yaml"), every: 1).ShouldBeGreaterThan(5);

    [Fact]
    public void All_responses_of_the_OpenAPI_Initiative_s_examples_can_be_generated() =>
        CheckFolder(Oracle.OpenApiExamples.Require(), path => !path.Contains("v2.0", StringComparison.Ordinal)).ShouldBeGreaterThan(30);

    [Fact]
    public void All_responses_of_ReadMe_s_examples_can_be_generated() =>
        CheckFolder(Checkout.PathOf($"{Packages}/@readme/oas-examples"), path => path.Contains("/3.", StringComparison.Ordinal))
            .ShouldBeGreaterThan(100);

    [Fact]
    public void A_sample_of_the_responses_of_GitHub_s_document_can_be_generated() =>
        Check(Checkout.PathOf($"{Packages}/@octokit/openapi/generated/api.github.com.json"), every: 25).ShouldBeGreaterThan(100);

    private static int CheckFolder(string folder, Func<string, bool> wanted) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".json" or ".yaml" && Path.GetFileName(path) != "package.json")
            .Select(path => path.Replace('\\', '/'))
            .Where(wanted)
            .Order(StringComparer.Ordinal)
            .Sum(path => Check(path, every: 1));

    /// <returns>The number of schemas for which data was generated.</returns>
    private static int Check(string path, int every)
    {
        var api = ContractLoader.Load(path).ShouldBeOfType<LoadResult.Loaded>(path).Api;
        var generator = new DataGenerator(api);
        var schemas = api.Operations.SelectMany(operation => operation.Responses).SelectMany(response => response.Content)
            .Select(media => media.Schema).OfType<SchemaReference>().Where((_, index) => index % every == 0).ToList();
        foreach (var schema in schemas)
        {
            Try(schema, generator, GenerationMode.Static, 0, path);
            Try(schema, generator, GenerationMode.Dynamic, 1, path);
        }

        return schemas.Count;
    }

    private static void Try(SchemaReference schema, DataGenerator generator, GenerationMode mode, ulong seed, string path)
    {
        var outcome = generator.Generate(schema, MessageDirection.Response, seed, mode);
        if (outcome is GenerationOutcome.Impossible impossible)
        {
            Unsatisfiable.GetValueOrDefault(Path.GetFileNameWithoutExtension(path), [])
                .ShouldContain(impossible.Reason, impossible.Message);
            return;
        }

        var made = outcome.ShouldBeOfType<GenerationOutcome.Generated>();
        schema.Compiled(MessageDirection.Response).ShouldBeOfType<CompileResult.Compiled>().Schema.IsValid(made.Json)
            .ShouldBeTrue($"{schema.Node.Position}: {Encoding.UTF8.GetString(made.Json.Span)}");
    }
}
