using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>
/// A second opinion: Microsoft.OpenApi, with its own YAML reader, reads the same from each document. The differences between the readers
/// are in <see cref="OperationSummary"/>, each with its reason, and below.
/// </summary>
public sealed class SecondReaderTests
{
    public static TheoryData<string> Names => ["spec/openapi.yaml", .. ForeignDocuments.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Microsoft_OpenApi_reads_the_same_operations_parameters_bodies_and_responses(string path)
    {
        var api = ContractLoader.Load(Checkout.PathOf(path)).ShouldBeOfType<LoadResult.Loaded>().Api;
        var theirs = OperationSummary.Of(Read(Checkout.PathOf(path)), api.Specification);

        // Microsoft.OpenApi leaves out path items that are references.
        var references = api.Documents.Root.Member("paths")?.Members()
            .Where(item => item.Node.Member("$ref") is not null)
            .Select(item => $" {item.Name} [")
            .ToList() ?? [];
        var ours = OperationSummary.Of(api).Where(line => !references.Exists(item => line.Contains(item, StringComparison.Ordinal)));

        ours.ShouldBe(theirs);
    }

    private static OpenApiDocument Read(string path)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var format = path.EndsWith(".json", StringComparison.Ordinal) ? OpenApiConstants.Json : OpenApiConstants.Yaml;
        return OpenApiDocument.Parse(File.ReadAllText(path), format, settings).Document!;
    }
}
