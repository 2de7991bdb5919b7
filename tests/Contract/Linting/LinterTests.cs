using SocialContract.Contract.Linting;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Contract.Tests.Linting;

/// <summary>Documents with all of their findings, written by hand: severity, code, line and column, pointer, the nearest name where there is one.</summary>
public sealed class LinterTests
{
    private static readonly string Folder = Checkout.PathOf("tests/documents/lint");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order().OfType<string>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finding_is_told_with_its_place(string name)
    {
        var told = Linter.Lint(Load(Path.Combine(Folder, $"{name}.yaml"))).Findings
            .Select(one => $"{one.Severity.ToString().ToLowerInvariant()} {one.Code} {one.Position.Line}:{one.Position.Column} {one.Pointer} {one.Nearest}".TrimEnd());

        string.Join('\n', told).ShouldBe(string.Join('\n', File.ReadAllLines(Path.Combine(Folder, $"{name}.expected"))));
    }

    [Fact]
    public void The_shipped_documents_only_findings_are_the_tokens_that_answers_return() =>
        Linter.Lint(Load(Checkout.PathOf("spec/openapi.yaml"))).Findings.Select(one => one.Code).Distinct().ShouldBe([LintCodes.SecretInResponse]);

    [Fact]
    public void The_shipped_documents_gaps_are_told_by_row() =>
        Linter.Lint(Load(Checkout.PathOf("spec/openapi.yaml"))).Gaps.Select(gap => gap.Row).ShouldBe(Enumerable.Range(1, 20));

    private static ContractDescription Load(string path) => ContractLoader.Load(path).ShouldBeOfType<LoadResult.Loaded>().Api;
}
