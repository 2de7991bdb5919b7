using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Linting;
using SocialContract.Contract.Model;

namespace SocialContract.Cli.Terminal;

/// <summary>The output of <c>lint --format json</c>. Programs depend on these names.</summary>
internal sealed record LintJson(IReadOnlyList<DiagnosticJson> Findings, IReadOnlyList<GapJson> Gaps)
{
    public static LintJson Of(LintReport report) =>
        new([.. report.Findings.Select(DiagnosticJson.Of)], [.. report.Gaps.Select(GapJson.Of)]);
}

/// <param name="Row">The gap's number in the document's list of gaps.</param>
/// <param name="Page">What the API's documentation says.</param>
/// <param name="Reading">How the document reads it.</param>
internal sealed record GapJson(int Row, string Page, string Reading, string File, int Line, int Column, string Pointer)
{
    public static GapJson Of(Gap gap)
    {
        var position = gap.Node.Position;
        return new(gap.Row, gap.Page, gap.Reading, position.File, position.Line, position.Column, gap.Node.Pointer);
    }
}
