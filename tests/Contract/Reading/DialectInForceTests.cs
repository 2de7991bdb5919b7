using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>Loading reads each schema by the dialect in force there, whether the document names it or the schema does.</summary>
public sealed class DialectInForceTests
{
    private const string Draft4 = "http://json-schema.org/draft-04/schema#";
    private const string Draft7 = "http://json-schema.org/draft-07/schema#";
    private const string Draft201909 = "https://json-schema.org/draft/2019-09/schema";
    private const string Draft202012 = "https://json-schema.org/draft/2020-12/schema";

    private static readonly (string Dialect, string Schema)[] WithIgnoredReferences =
    [
        (Draft7, "{ $ref: 'HERE/Known', properties: { x: { $ref: 'HERE/Nope' } } }"),
        (Draft7, "{ $ref: 'HERE/Known', not: { $ref: 'HERE/Nope' } }"),
        (Draft4, "{ $ref: 'HERE/Known', allOf: [{ $ref: 'HERE/Nope' }] }"),
        (Draft7, "{ prefixItems: [{ $ref: 'HERE/Nope' }] }"),
        (Draft7, "{ unevaluatedProperties: { $ref: 'HERE/Nope' } }"),
        (Draft4, "{ contains: { $ref: 'HERE/Nope' } }"),
        (Draft201909, "{ prefixItems: [{ $ref: 'HERE/Nope' }] }"),
    ];

    private static readonly (string Dialect, string Schema)[] WithReferencesThatCount =
    [
        (Draft7, "{ $ref: 'HERE/Nope' }"),
        (Draft7, "{ properties: { x: { $ref: 'HERE/Nope' } } }"),
        (Draft7, "{ dependencies: { x: { $ref: 'HERE/Nope' } } }"),
        (Draft7, "{ items: [true], additionalItems: { $ref: 'HERE/Nope' } }"),
        (Draft201909, "{ $ref: 'HERE/Known', not: { $ref: 'HERE/Nope' } }"),
        (Draft202012, "{ $ref: 'HERE/Known', properties: { x: { $ref: 'HERE/Nope' } } }"),
    ];

    /// <summary>Who names the dialect.</summary>
    public enum NamedBy
    {
        Document,
        Schema,
    }

    public static TheoryData<NamedBy, string, string> Ignored => InBothWays(WithIgnoredReferences);

    public static TheoryData<NamedBy, string, string> Counting => InBothWays(WithReferencesThatCount);

    [Theory, MemberData(nameof(Ignored))]
    public void A_reference_in_what_the_dialect_ignores_is_not_looked_up(NamedBy by, string dialect, string schema)
    {
        var finding = Findings(by, dialect, schema).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(DiagnosticSeverity.Warning);
        finding.Message.ShouldContain(dialect);
    }

    [Theory, MemberData(nameof(Counting))]
    public void A_reference_in_what_the_dialect_has_is_looked_up(NamedBy by, string dialect, string schema)
    {
        var finding = Findings(by, dialect, schema).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(DiagnosticSeverity.Error);
        finding.Message.ShouldContain("Nope");
    }

    [Theory]
    [InlineData(NamedBy.Document)]
    [InlineData(NamedBy.Schema)]
    public void What_is_ignored_beside_a_reference_is_reported_once_at_its_place(NamedBy by)
    {
        var findings = Findings(by, Draft7, "{ $ref: 'HERE/Known', minLength: 1, type: string }");

        findings.Select(finding => (finding.Code, finding.Message, finding.Pointer.Split("/a/")[1])).ShouldBe(
        [
            (DiagnosticCodes.BesideReference, $"the dialect {Draft7} ignores minLength beside $ref; put both into an allOf", "minLength"),
            (DiagnosticCodes.BesideReference, $"the dialect {Draft7} ignores type beside $ref; put both into an allOf", "type"),
        ]);
    }

    [Theory]
    [InlineData("title: T, description: D, examples: [1], deprecated: true")]
    [InlineData("$comment: C, definitions: { A: {} }, $id: 'https://contract.test/a'")]
    [InlineData("x-extension: 1, unknown: 2")]
    public void Documentation_and_containers_beside_a_reference_are_not_reported(string members) =>
        Findings(NamedBy.Document, Draft7, $"{{ $ref: 'HERE/Known', {members} }}").ShouldBeEmpty();

    [Fact]
    public void A_file_is_read_by_the_dialect_that_its_root_names()
    {
        var other = $"$schema: {Draft7}\n$ref: '#/definitions/A'\nnot: {{ $ref: '#/definitions/Nope' }}\ndefinitions: {{ A: {{}} }}";
        var api = ContractLoader
            .LoadText(Document("", "{ $ref: other.yaml }"), "openapi.yaml", new() { Open = _ => Encoding.UTF8.GetBytes(other) })
            .ShouldBeOfType<LoadResult.Loaded>().Api;

        Linter.Lint(api).Findings.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCodes.BesideReference);
    }

    private static TheoryData<NamedBy, string, string> InBothWays((string Dialect, string Schema)[] rows)
    {
        var data = new TheoryData<NamedBy, string, string>();
        foreach (var (dialect, schema) in rows)
        {
            data.Add(NamedBy.Document, dialect, schema);
            data.Add(NamedBy.Schema, dialect, schema);
        }

        return data;
    }

    /// <param name="schema"><c>HERE</c> in it is where its references find <c>Known</c>.</param>
    private static List<Diagnostic> Findings(NamedBy by, string dialect, string schema)
    {
        var members = $"definitions: {{ Known: {{}} }}, properties: {{ a: {schema} }}";
        var id = dialect == Draft4 ? "id" : "$id";
        var text = by == NamedBy.Document
            ? Document($"jsonSchemaDialect: {dialect}", $"{{ {members} }}", "#/components/schemas/Tested/definitions")
            : Document("", $"{{ $schema: '{dialect}', {id}: 'https://contract.test/inner', {members} }}", "#/definitions");
        return [.. Linter.Lint(Loading.Loaded(text)).Findings];
    }

    private static string Document(string dialect, string schema, string here = "") => $$"""
        openapi: 3.1.0
        {{dialect}}
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              operationId: a
              security: []
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Tested' } } } }
              responses: { '204': { description: D }, '400': { description: E } }
        components:
          schemas:
            Tested: {{schema.Replace("HERE", here, StringComparison.Ordinal)}}
        """;
}
