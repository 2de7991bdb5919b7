using System.Text.RegularExpressions;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Cli.Terminal;

/// <summary>Makes text harmless to terminals and to CI runners that read the output.</summary>
internal static partial class TerminalText
{
    public static string Line(string text) => Disarm(Printable.Line(text));

    public static string Lines(string text) => Disarm(Printable.Lines(text));

    /// <summary>
    /// Runners look for <c>##[…]</c>, <c>##vso[…]</c> and <c>##teamcity[…]</c> anywhere in a line; <c>::command::</c> only at its
    /// beginning, which is always ours.
    /// </summary>
    private static string Disarm(string text) => RunnerCommand().Replace(text, "# #");

    [GeneratedRegex("##(?=[A-Za-z]*\\[)")]
    private static partial Regex RunnerCommand();
}
