using SocialContract.Verification.Reporting.Text;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// Annotations of a GitHub Actions run, one for each check that did not pass: <c>::error file=spec/openapi.yaml,line=112,title=…::…</c>. A
/// failure is an error, a question a warning, what is undocumented or known a notice.
/// </summary>
internal static class GitHubAnnotations
{
    /// <summary>Whether this process runs in GitHub Actions.</summary>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    public static bool AreWanted(Func<string, string?> environment) => environment("GITHUB_ACTIONS") == "true";

    /// <summary>Writes a line for each check in document order; a run that tested nothing is an error of its own.</summary>
    /// <param name="root">
    /// The folder that annotations' files are relative to: GITHUB_WORKSPACE. Null leaves files as the user named them. GitHub cannot
    /// annotate a file outside this folder: the message names such a file.
    /// </param>
    /// <param name="currentFolder">The folder that the user's file names are relative to.</param>
    public static void Write(VerificationReport report, TextWriter output, string? root, string currentFolder)
    {
        if (report.Verdict is VerificationVerdict.NotTested or VerificationVerdict.Incomplete)
        {
            output.Write($"::error title={Property("Contract")}::{Data(VerdictSentence.Of(report))}\n");
        }

        foreach (var check in report.Checks)
        {
            if (Command(check.Outcome) is { } command)
            {
                var title = $"title={Property($"{check.Operation}: {check.Statement}")}";
                output.Write(Relative(check.File, root, currentFolder) is { } file
                    ? $"::{command} file={Property(file)},line={Math.Max(check.Line, 1)},{title}::{Data(FailureText.Headline(check))}\n"
                    : $"::{command} {title}::{Data($"{CheckWords.Place(check)}: {FailureText.Headline(check)}")}\n");
            }
        }
    }

    private static string? Command(Outcome outcome) => outcome switch
    {
        Outcome.Failed => "error",
        Outcome.Question => "warning",
        Outcome.Undocumented or Outcome.Known => "notice",
        _ => null,
    };

    private static string? Relative(string file, string? root, string currentFolder)
    {
        if (root is null)
        {
            return file;
        }

        var relative = Path.GetRelativePath(root, Path.GetFullPath(file, currentFolder)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    /// <summary>A command's message: per cent signs and line ends are escaped (actions/toolkit, <c>escapeData</c>).</summary>
    private static string Data(string text) => Printable.Lines(text)
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    /// <summary>A command's property: colons and commas too (actions/toolkit, <c>escapeProperty</c>).</summary>
    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
