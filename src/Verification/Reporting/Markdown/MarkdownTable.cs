using System.Globalization;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Markdown;

/// <summary>Outcomes by operation; the first part holds the header and the totals.</summary>
internal static class MarkdownTable
{
    public static IEnumerable<string> Of(VerificationReport report)
    {
        if (report.Checks.Count == 0)
        {
            yield break;
        }

        var header = string.Join(" | ", OutcomeWords.All.Select(OutcomeWords.Label));
        var alignment = string.Concat(OutcomeWords.All.Select(_ => " --: |"));
        yield return $"\n| Operation | {header} |\n| :-- |{alignment}\n{Line("**All**", report.Count)}";
        foreach (var operation in OperationSummary.Of(report))
        {
            yield return Line(MarkdownText.CellCode(operation.Operation), operation.Count);
        }
    }

    private static string Line(string name, Func<Outcome, int> count) =>
        $"| {name} | {string.Join(" | ", OutcomeWords.All.Select(outcome => Number(count(outcome), outcome)))} |\n";

    private static string Number(int count, Outcome outcome) =>
        count == 0 ? "" : outcome == Outcome.Failed ? $"**{count}**" : count.ToString(CultureInfo.InvariantCulture);
}
