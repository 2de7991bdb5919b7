using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Linting;

/// <summary>
/// Documents with all of their findings, written by hand: severity, code, line and column, pointer, the nearest name if there is one.
/// </summary>
public sealed class LinterTests
{
    private static readonly string Folder = Checkout.PathOf("tests/documents/lint");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order().OfType<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finding_is_reported_with_its_place(string name)
    {
        var reported = Linter.Lint(Load(Path.Combine(Folder, $"{name}.yaml"))).Findings.Select(Line);

        string.Join('\n', reported).ShouldBe(string.Join('\n', File.ReadAllLines(Path.Combine(Folder, $"{name}.expected"))));
    }

    [Fact]
    public void The_shipped_documents_only_findings_are_the_tokens_in_responses() =>
        Linter.Lint(Load(Checkout.PathOf("spec/openapi.yaml")))
            .Findings.Select(finding => finding.Code)
            .Distinct()
            .ShouldBe([LintCodes.SecretInResponse]);

    [Fact]
    public void The_shipped_documents_gaps_are_listed_by_row() =>
        Linter.Lint(Load(Checkout.PathOf("spec/openapi.yaml"))).Gaps.Select(gap => gap.Row).ShouldBe(Enumerable.Range(1, 20));

    private static string Line(Diagnostic finding) => string.Join(
        ' ',
        finding.Severity.ToString().ToLowerInvariant(),
        finding.Code,
        $"{finding.Position.Line}:{finding.Position.Column}",
        finding.Pointer,
        finding.Nearest).TrimEnd();

    private static ContractDescription Load(string path) => ContractLoader.Load(path).ShouldBeOfType<LoadResult.Loaded>().Api;
}
