using System.Text;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Reporting.Markdown;
using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// The report as a CI job's summary in GitHub Flavored Markdown: the verdict, a table by operation, each failure with its exchange folded
/// away, and one line for each cause of the other outcomes. At most 900 KiB (GitHub takes 1 MiB for a step); what is left out is counted.
/// </summary>
internal static class MarkdownReport
{
    private const int Limit = 900 * 1024;

    /// <summary>Writes UTF-8 without a byte order mark; the stream stays open.</summary>
    public static void Write(VerificationReport report, Stream output) => output.Write(Encoding.UTF8.GetBytes(Render(report, Limit)));

    internal static string Render(VerificationReport report, int limit)
    {
        var text = new BoundedText(limit);
        text.TryAdd(Head(report));
        var operations = text.AddAll(MarkdownTable.Of(report));
        var failed = report.Checks.Where(check => check.Outcome == Outcome.Failed);
        var failures = text.AddAll(Sections("Failed", failed.Select(MarkdownFailure.Of)));
        var rest = text.AddAll(MarkdownReasons.Of(report));
        ReadOnlySpan<(int, string)> leftOut = [(operations, "operation"), (failures, "failed check"), (rest, "further line")];
        foreach (var (count, noun) in leftOut)
        {
            if (count > 0)
            {
                text.Close($"\n*{Amount.Of(count, noun)} left out because the size of a summary is limited; see the other reports.*\n");
            }
        }

        return text.ToString();
    }

    private static string Head(VerificationReport report)
    {
        var sign = report.Verdict switch { VerificationVerdict.Conforms => "✅", VerificationVerdict.Violates => "❌", _ => "⚠️" };
        return $"## {sign} {VerdictSentence.Heading(report.Verdict)}\n\n"
            + $"**{MarkdownText.Inline(VerdictSentence.Detail(report))}**\n\n"
            + $"{MarkdownText.Inline($"{report.Title} {report.Version}")} ({MarkdownText.Code(report.Document)}) "
            + $"against {MarkdownText.Code(report.Target)}: "
            + $"{Amount.Of(report.Exchanges.Count, "request")} in {Amount.Seconds(report.Seconds)}.\n"
            + string.Concat(report.Notices.Select(notice => $"\n> {MarkdownText.Inline(notice)}\n"));
    }

    /// <summary>The heading is part of the first section, so that it never appears without one.</summary>
    private static IEnumerable<string> Sections(string heading, IEnumerable<string> sections) =>
        sections.Select((section, index) => index == 0 ? $"\n### {heading}\n{section}" : section);
}
