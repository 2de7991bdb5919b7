using Microsoft.OpenApi;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Every foreign document is understood, and understood as Microsoft.OpenApi understands it.</summary>
public sealed class ForeignDocumentTests
{
    /// <summary>Documents that have errors indeed, with what is wrong with them.</summary>
    private static readonly Dictionary<string, string> Faulty = new()
    {
        // Requirements name schemes that components/securitySchemes does not have.
        ["3.0/response-http-behavior"] = DiagnosticCodes.UnknownScheme,

        // 3.0's boolean exclusiveMinimum in a 3.1 document; and 2020-12's number where jsonSchemaDialect says draft 4.
        ["3.1/schema-validation-local"] = DiagnosticCodes.Schema,
        ["3.1/schema-validation-top-level"] = DiagnosticCodes.Schema,
    };

    /// <summary>The package's own JSON and YAML of this one differ.</summary>
    private const string Unequal = "3.1/json/parameters-style.json";

    public static TheoryData<string> Names => [.. ForeignDocuments.All];

    public static TheoryData<string> SwaggerNames => [.. ForeignDocuments.Swagger.DefaultIfEmpty("")];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_loaded_and_its_schemas_compile(string path)
    {
        var api = Load(path);

        var faults = api.Operations.SelectMany(api.Check).Select(fault => fault.Code).Distinct();
        var key = Faulty.Keys.FirstOrDefault(name => path.Contains(name.Replace("/", "/yaml/", StringComparison.Ordinal), StringComparison.Ordinal) || path.Contains(name.Replace("/", "/json/", StringComparison.Ordinal), StringComparison.Ordinal));
        faults.ShouldBe(key is null ? [] : [Faulty[key]]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Microsoft_OpenApi_sees_the_same_operations_parameters_bodies_and_responses(string path)
    {
        var api = Load(path);

        var other = OpenApiDocument.Parse(System.Text.Encoding.UTF8.GetString(api.Documents.Entry.Json.Span), "json").Document!;

        // It leaves out path items that are references.
        var isReference = api.Documents.Root.Member("paths")?.Members().Where(item => item.Node.Member("$ref") is not null).Select(item => item.Name).ToHashSet() ?? [];
        Ours(api, operation => !isReference.Contains(operation.Path)).ShouldBe(Theirs(other, api.Specification));
    }

    [Theory]
    [MemberData(nameof(SwaggerNames))]
    public void A_swagger_document_is_rejected_with_one_sentence(string path)
    {
        if (path.Length == 0)
        {
            Assert.Skip("The OpenAPI Initiative's examples are not beside the checkout (../shared/openapi-examples).");
        }

        ContractLoader.Load(Checkout.PathOf(path)).ShouldBeOfType<LoadResult.Rejected>().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.UnsupportedVersion);
    }

    [Fact]
    public void Json_and_yaml_of_the_same_document_are_the_same()
    {
        var pairs = ForeignDocuments.All.Where(path => path.Contains("/json/", StringComparison.Ordinal) && !path.EndsWith(Unequal, StringComparison.Ordinal))
            .Select(json => (json, yaml: json.Replace("/json/", "/yaml/", StringComparison.Ordinal).Replace(".json", ".yaml", StringComparison.Ordinal)))
            .Where(pair => File.Exists(Checkout.PathOf(pair.yaml)))
            .ToList();

        pairs.Count.ShouldBeGreaterThan(40);
        foreach (var (json, yaml) in pairs)
        {
            Ours(Load(yaml)).ShouldBe(Ours(Load(json)), yaml);
        }
    }

    [Fact]
    public void GitHubs_document_has_places_rules_and_no_faults()
    {
        var api = Load(ForeignDocuments.GitHub);

        api.Operations.Count.ShouldBe(1223);
        api.Diagnostics.Select(one => one.Code).Distinct().ShouldBe([DiagnosticCodes.PathAmbiguous]);
        var operation = api.Operations.Single(one => one.Id == "repos/create-for-authenticated-user");
        operation.Node.Position.Line.ShouldBe(LineOfPostBefore("\"operationId\": \"repos/create-for-authenticated-user\""));
        api.Rules.Requests(operation).ShouldContain(use => use.Rule.Id == "repos/create-for-authenticated-user/body/required/name" && use.Instance == "/body");

        // All that it does not state is that bodies of other media types are refused.
        api.Rules.All.Values.Where(rule => rule.Source != RuleSource.Stated).ShouldAllBe(rule => rule.Kind == RuleKind.ContentType && rule.Source == RuleSource.Assumed);
    }

    private static int LineOfPostBefore(string text) =>
        File.ReadLines(Checkout.PathOf(ForeignDocuments.GitHub))
            .TakeWhile(line => !line.Contains(text, StringComparison.Ordinal))
            .Select((line, index) => (line, Number: index + 1))
            .Last(line => line.line.Contains("\"post\": {", StringComparison.Ordinal))
            .Number;

    private static ContractDescription Load(string path) => ContractLoader.Load(Checkout.PathOf(path)).ShouldBeOfType<LoadResult.Loaded>().Api;

    private static List<string> Ours(ContractDescription api, Func<Operation, bool>? isMeant = null) => [.. api.Operations.Where(isMeant ?? (_ => true)).Select(operation => Line(
        operation.Method,
        operation.Path,
        operation.Parameters.Select(parameter => $"{parameter.In} {parameter.Name} {parameter.Required}".ToLowerInvariant()),
        operation.RequestBody?.Content.Select(mediaType => mediaType.Name) ?? [],
        operation.Responses.Select(response => $"{response.Status}({string.Join(',', response.Content.Select(mediaType => mediaType.Name))})"))).Order(StringComparer.Ordinal)];

    private static List<string> Theirs(OpenApiDocument document, SpecificationVersion specification) => [.. document.Paths.SelectMany(path => (path.Value.Operations ?? []).Select(operation =>
    {
        var own = operation.Value.Parameters ?? [];
        var general = (path.Value.Parameters ?? []).Where(one => !own.Any(other => other.Name == one.Name && other.In == one.In));
        return Line(
            operation.Key.Method.ToUpperInvariant(),
            path.Key,
            general.Concat(own)
                .Where(parameter => parameter.In != Microsoft.OpenApi.ParameterLocation.Path || path.Key.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal))
                .Select(parameter => $"{parameter.In} {parameter.Name} {parameter.Required || parameter.In == Microsoft.OpenApi.ParameterLocation.Path}".ToLowerInvariant()),
            // A GET request's body is to be ignored in OpenAPI 3.0 (section 4.7.10).
            specification == SpecificationVersion.OpenApi30 && operation.Key == HttpMethod.Get ? [] : operation.Value.RequestBody?.Content?.Keys ?? [],
            (operation.Value.Responses ?? []).Select(response => $"{response.Key}({string.Join(',', response.Value.Content?.Keys ?? [])})"));
    })).Order(StringComparer.Ordinal)];

    private static string Line(string method, string path, IEnumerable<string> parameters, IEnumerable<string> bodies, IEnumerable<string> responses) =>
        $"{method} {path} [{string.Join("; ", parameters.Order(StringComparer.Ordinal))}] <- {string.Join(',', bodies.Order(StringComparer.Ordinal))} -> {string.Join(' ', responses.Order(StringComparer.Ordinal))}";
}
