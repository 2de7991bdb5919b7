using SocialContract.Contract.Tests.Reading;
using SocialContract.Contract.Tests.Spec;
using SocialContract.JsonSchema.Tests.Opinions;
using SocialContract.Tests.Support;

namespace SocialContract.Contract.Export.Tests.Schemas;

/// <summary>Other validators give the exported schemas the verdicts that the kit gives the document's.</summary>
public sealed class SchemaOpinionTests(AjvJudge ajv) : IClassFixture<AjvJudge>
{
    public static TheoryData<string> OthersDocuments =>
        [.. Oracle.OpenApiExamples.Files("v3.0", "*.yaml").Concat(Oracle.OpenApiExamples.Files("v3.1", "*.yaml"))];

    [Fact]
    public void Ajv_agrees_about_the_shipped_document() => AjvAgrees(Shipped());

    [Fact]
    public void NJsonSchema_agrees_about_the_shipped_document() => NJsonSchemaAgrees(Shipped());

    [Fact]
    public void Ajv_agrees_about_every_kind_of_keyword_of_3_0() => AjvAgrees(Loading.Loaded(KindDocuments.OpenApi30));

    [Fact]
    public void Ajv_agrees_about_every_kind_of_keyword_of_3_1() => AjvAgrees(Loading.Loaded(KindDocuments.OpenApi31));

    [Theory, MemberData(nameof(OthersDocuments))]
    public void Ajv_agrees_about_the_examples_of_the_OpenAPI_Initiative(string file) => AjvAgrees(Loading.Loaded(
        File.ReadAllText(Path.Combine(Oracle.OpenApiExamples.Require(), file)), Path.GetFileName(file)));

    private static ContractDescription Shipped() =>
        Loading.Loaded(File.ReadAllText(Checkout.PathOf("spec/openapi.yaml")));

    private void AjvAgrees(ContractDescription api) => Agree(api, ajv.Judge);

    /// <summary>NJsonSchema resolves references by draft 4's name for <c>$defs</c> only.</summary>
    private static void NJsonSchemaAgrees(ContractDescription api) => Agree(
        api,
        (schema, values) => NJsonSchemaJudge.Judge(schema.Replace("$defs", "definitions", StringComparison.Ordinal), values));

    private static void Agree(ContractDescription api, Func<string, IEnumerable<string>, IReadOnlyList<bool>> judge)
    {
        var schemas = ExportedSchema.Of(api);

        schemas.SelectMany(schema => schema.Verdicts
                .Zip(judge(schema.Json, schema.Verdicts.Select(verdict => verdict.Value)))
                .Where(pair => pair.First.IsValid != pair.Second)
                .Select(pair => $"{schema.Name}: {pair.First.Value} is {(pair.First.IsValid ? "valid" : "invalid")} for the kit only"))
            .ShouldBeEmpty();
        schemas.SelectMany(schema => schema.Verdicts).Select(verdict => verdict.IsValid).Distinct().Count().ShouldBeInRange(
            schemas.Count == 0 ? 0 : 1, 2);
    }
}
