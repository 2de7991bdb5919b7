using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Reading;

/// <summary>
/// Documents with faults, each with all of its diagnostics, written by hand: severity, code, line and column, pointer, the nearest name
/// if there is one, and in brackets the operations that cannot be served because of the error.
/// </summary>
public sealed class FaultyDocumentTests
{
    private static readonly string Folder = Checkout.PathOf("tests/documents/faulty");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order().OfType<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_fault_is_reported_with_its_place(string name)
    {
        var api = ContractLoader.Load(Path.Combine(Folder, $"{name}.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;

        var expected = File.ReadAllLines(Path.Combine(Folder, $"{name}.expected")).Select(line => line.TrimEnd());
        Sorted(api.Diagnostics.Select(diagnostic => Line(api, diagnostic))).ShouldBe(Sorted(expected));
        api.Diagnostics.ShouldAllBe(diagnostic => diagnostic.Message.Length > 0 && diagnostic.Excerpt.Length > 0);
        api.Diagnostics.Select(diagnostic => diagnostic.Position.Line).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("", DiagnosticCodes.FileEmpty, 1, 1)]
    [InlineData("just text", DiagnosticCodes.NotOpenApi, 1, 1)]
    [InlineData("[1, 2]", DiagnosticCodes.NotOpenApi, 1, 1)]
    [InlineData("info: {}\npaths: {}", DiagnosticCodes.NotOpenApi, 1, 1)]
    [InlineData("swagger: '2.0'\npaths: {}", DiagnosticCodes.UnsupportedVersion, 1, 10)]
    [InlineData("openapi: 4.0.0\npaths: {}", DiagnosticCodes.UnsupportedVersion, 1, 10)]
    [InlineData("openapi: 3.1.0\npaths: []", DiagnosticCodes.Kind, 2, 8)]
    [InlineData("openapi: 3.0.3\ninfo: {}", DiagnosticCodes.NoPaths, 1, 1)]
    [InlineData("openapi: 3.1.0\npaths: {", DiagnosticCodes.Syntax, 2, 9)]
    [InlineData("openapi: 3.1.0\nopenapi: 3.1.0\npaths: {}", DiagnosticCodes.DuplicateName, 2, 1)]
    public void A_document_that_cannot_be_understood_is_rejected_with_the_reason(string text, string code, int line, int column)
    {
        var diagnostic = Loading.Rejected(text).Diagnostics.ShouldHaveSingleItem();

        (diagnostic.Code, diagnostic.Severity, diagnostic.Position.Line, diagnostic.Position.Column)
            .ShouldBe((code, DiagnosticSeverity.Error, line, column));
    }

    [Fact]
    public void A_swagger_document_is_rejected_with_advice() =>
        Loading.Rejected("swagger: '2.0'")
            .Diagnostics[0].Message.ShouldBe("this is a Swagger 2.0 document; convert it to OpenAPI 3 first (npm's swagger2openapi does)");

    [Fact]
    public void A_misspelt_openapi_field_is_recognised() =>
        Loading.Rejected("opanapi: 3.1.0\npaths: {}").Diagnostics[0].Nearest.ShouldBe("opanapi");

    [Fact]
    public void A_missing_file_and_a_folder_are_one_sentence_each()
    {
        Rejected(Checkout.PathOf("spec/openap.yaml")).Message.ShouldBe("there is no such file; did you mean openapi.yaml?");
        Rejected(Checkout.PathOf("spec")).Message.ShouldBe("this is a folder; give the path of the document in it");
        Rejected("").Code.ShouldBe(DiagnosticCodes.FileMissing);

        static Diagnostic Rejected(string path) =>
            ContractLoader.Load(path).ShouldBeOfType<LoadResult.Rejected>().Diagnostics.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_excerpt_shows_the_line_and_a_caret()
    {
        var api = Loading.Loaded(
            "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n\tzoo: 1".Replace("\t", "", StringComparison.Ordinal));

        api.Diagnostics[^1].Excerpt.ShouldBe("zoo: 1\n^");
    }

    private static string Sorted(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    private static string Line(ContractDescription api, Diagnostic diagnostic)
    {
        var affected = api.Operations
            .Where(operation => operation.Faults.Any(fault => fault.Pointer == diagnostic.Pointer))
            .Select(operation => operation.Id)
            .ToList();
        var line = string.Join(
            ' ',
            diagnostic.Severity.ToString().ToLowerInvariant(),
            diagnostic.Code,
            $"{diagnostic.Position.Line}:{diagnostic.Position.Column}",
            diagnostic.Pointer,
            diagnostic.Nearest,
            affected.Count == 0 ? "" : $"[{string.Join(", ", affected)}]");
        return line.Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
    }
}
