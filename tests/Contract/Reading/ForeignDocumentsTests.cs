using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Tests.Spec;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Documents that others wrote can be read.</summary>
public sealed class ForeignDocumentsTests
{
    /// <summary>Documents with errors, each with the code of its errors.</summary>
    private static readonly Dictionary<string, string> Faulty = new()
    {
        // Requirements name schemes that components/securitySchemes does not have.
        ["3.0/json/response-http-behavior"] = DiagnosticCodes.UnknownScheme,
        ["3.0/yaml/response-http-behavior"] = DiagnosticCodes.UnknownScheme,

        // A boolean exclusiveMinimum of OpenAPI 3.0 in a 3.1 document; a number of 2020-12 in a document whose jsonSchemaDialect is
        // draft 4.
        ["3.1/json/schema-validation-local"] = DiagnosticCodes.Schema,
        ["3.1/yaml/schema-validation-local"] = DiagnosticCodes.Schema,
        ["3.1/json/schema-validation-top-level"] = DiagnosticCodes.Schema,
        ["3.1/yaml/schema-validation-top-level"] = DiagnosticCodes.Schema,
    };

    /// <summary>The package's JSON and YAML of this document differ.</summary>
    private const string Unequal = "3.1/json/parameters-style.json";

    public static TheoryData<string> Names => [.. ForeignDocuments.All];

    public static TheoryData<string> SwaggerNames => [.. ForeignDocuments.Swagger];

    [Fact]
    public void The_OpenAPI_Initiatives_examples_are_among_them() =>
        Directory.EnumerateFiles(Oracle.OpenApiExamples.Require(), "*.yaml", SearchOption.AllDirectories).Count().ShouldBeGreaterThan(10);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_foreign_document_is_loaded_and_its_schemas_compile(string path)
    {
        var api = Load(path);

        var faults = api.Operations.SelectMany(api.FaultsOf).Select(fault => fault.Code).Distinct();
        var expected = Faulty.Where(entry => path.Contains(entry.Key, StringComparison.Ordinal)).Select(entry => entry.Value);
        faults.ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(SwaggerNames))]
    public void A_swagger_document_is_rejected_with_one_sentence(string path)
    {
        var rejected = ContractLoader.Load(Checkout.PathOf(path)).ShouldBeOfType<LoadResult.Rejected>();

        rejected.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.UnsupportedVersion);
    }

    [Fact]
    public void Json_and_yaml_of_the_same_document_are_the_same()
    {
        var pairs = ForeignDocuments.All
            .Where(path => path.Contains("/json/", StringComparison.Ordinal) && !path.EndsWith(Unequal, StringComparison.Ordinal))
            .Select(json => (json, yaml: json.Replace("json", "yaml", StringComparison.Ordinal)))
            .Where(pair => File.Exists(Checkout.PathOf(pair.yaml)))
            .ToList();

        pairs.Count.ShouldBeGreaterThan(40);
        foreach (var (json, yaml) in pairs)
        {
            OperationSummary.Of(Load(yaml)).ShouldBe(OperationSummary.Of(Load(json)), yaml);
        }
    }

    [Fact]
    public void GitHubs_document_has_places_rules_and_no_faults()
    {
        var api = Load(ForeignDocuments.GitHub);

        api.Operations.Count.ShouldBe(1223);
        api.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ShouldBe([DiagnosticCodes.PathAmbiguous]);
        const string id = "repos/create-for-authenticated-user";
        var operation = api.Operations.Single(operation => operation.Id == id);
        operation.Node.Position.Line.ShouldBe(LineOfPostBefore($"\"operationId\": \"{id}\""));
        api.Rules.Requests(operation).ShouldContain(use => use.Rule.Id == $"{id}/body/required/name" && use.Instance == "/body");

        // Everything is stated, except that bodies of other media types are refused.
        api.Rules.All.Values
            .Where(rule => rule.Source != RuleSource.Stated)
            .ShouldAllBe(rule => rule.Kind == RuleKind.ContentType && rule.Source == RuleSource.Assumed);
    }

    private static int LineOfPostBefore(string text) =>
        File.ReadLines(Checkout.PathOf(ForeignDocuments.GitHub))
            .TakeWhile(line => !line.Contains(text, StringComparison.Ordinal))
            .Select((line, index) => (line, Number: index + 1))
            .Last(line => line.line.Contains("\"post\": {", StringComparison.Ordinal))
            .Number;

    private static ContractDescription Load(string path) =>
        ContractLoader.Load(Checkout.PathOf(path)).ShouldBeOfType<LoadResult.Loaded>().Api;
}
