using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Linting;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Keywords that the document's version lacks: reported once at each place, and ignored with the schemas in them.</summary>
public sealed class OtherVersionKeywordsTests
{
    public static TheoryData<string> Lacking(SpecificationVersion version) =>
        [.. KeywordCatalog.All.Where(keyword => !keyword.IsIn(version)).Select(keyword => keyword.Name)];

    [Theory]
    [MemberData(nameof(Lacking), SpecificationVersion.OpenApi30)]
    public void A_3_0_document_gets_a_finding_for_every_keyword_that_3_0_does_not_have(string keyword)
    {
        var finding = Findings("3.0.4", $"{{ type: string, {keyword}: {{}} }}").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(DiagnosticSeverity.Warning);
        finding.Position.Line.ShouldBe(6);
        finding.Pointer.ShouldBe($"/components/schemas/Tested/{keyword}");
        finding.Message.ShouldStartWith($"OpenAPI 3.0 ignores {keyword}, a keyword of ");
        finding.Message.Split("; ")[1].ShouldMatch("^(write|3.0 has no equivalent)");
    }

    [Theory]
    [InlineData("3.0.4", "const: 1", "OpenAPI 3.0 ignores const, a keyword of OpenAPI 3.1; write an enum of that one value")]
    [InlineData(
        "3.0.4", "prefixItems: [{ type: 7 }]",
        "OpenAPI 3.0 ignores prefixItems, a keyword of OpenAPI 3.1; write items with anyOf of their schemas, minItems and maxItems")]
    [InlineData(
        "3.0.4", "contains: { const: 1 }",
        "OpenAPI 3.0 ignores contains, a keyword of OpenAPI 3.1; 3.0 has no equivalent, so say it in the description")]
    [InlineData(
        "3.0.4", "definitions: { A: { $ref: '#/nowhere' } }",
        "OpenAPI 3.0 ignores definitions, a keyword of older drafts of JSON Schema; write the schemas under components/schemas")]
    [InlineData(
        "3.1.0", "nullable: true",
        "OpenAPI 3.1 ignores nullable, a keyword of OpenAPI 3.0; write the type as a list with 'null', e.g. type: [string, 'null']")]
    public void The_message_tells_which_version_has_it_and_what_to_write(string version, string keyword, string message) =>
        Findings(version, $"{{ {keyword} }}").ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void Each_place_is_reported() =>
        Findings("3.0.4", "{ properties: { a: { const: 1 }, b: { const: 2, if: {}, then: { const: 3 } } } }")
            .Select(finding => finding.Pointer["/components/schemas/Tested/properties".Length..])
            .ShouldBe(["/a/const", "/b/const", "/b/if", "/b/then"]);

    [Fact]
    public void A_schema_in_an_ignored_keyword_is_still_read_where_a_reference_leads_to_it() =>
        Findings("3.0.4", "{ $defs: { A: { const: 1 } }, properties: { a: { $ref: '#/components/schemas/Tested/$defs/A' } } }")
            .Select(finding => finding.Pointer["/components/schemas/Tested".Length..])
            .ShouldBe(["/$defs", "/$defs/A/const"]);

    private static List<Diagnostic> Findings(string version, string schema)
    {
        var api = Loading.Loaded($$"""
            openapi: {{version}}
            info: { title: T, version: '1' }
            paths: {}
            components:
              schemas:
                Tested: {{schema}}
            """);
        return [.. Linter.Lint(api).Findings.Where(finding => finding.Code == DiagnosticCodes.UnknownKeyword)];
    }
}
