using SocialContract.Contract.Diagnostics;
using YamlDotNet.Core;

namespace SocialContract.Contract.Documents;

/// <summary>Explains why a text is not YAML, and where.</summary>
internal static class YamlSyntax
{
    /// <summary>The parser's sentences may contain names of the text, of any length. Characters.</summary>
    private const int LongestReason = 200;

    /// <summary>A 1-based position and a sentence.</summary>
    public static (int Line, int Column, string Message) Explain(string text, YamlException fault)
    {
        var lines = text.Split('\n');
        var (line, column) = ((int)Math.Max(1, fault.Start.Line), (int)Math.Max(1, fault.Start.Column));

        // The parser reports the start of the construct that contains the tab.
        for (var at = line; at <= Math.Min(Math.Max(fault.End.Line, line + 1), lines.Length); at++)
        {
            var indentation = lines[at - 1].AsSpan(0, lines[at - 1].Length - lines[at - 1].AsSpan().TrimStart(" \t").Length);
            if (indentation.IndexOf('\t') is >= 0 and var tab)
            {
                return (at, tab + 1, "a tab indents this line; YAML is indented with spaces only");
            }
        }

        if (line > lines.Length || (line == lines.Length && lines[^1].Length == 0 && line > 1))
        {
            line = lines[^1].Length == 0 && lines.Length > 1 ? lines.Length - 1 : lines.Length;
            column = lines[line - 1].TrimEnd('\r').Length + 1;
        }

        var reason = fault.Message;
        var end = reason.LastIndexOf("): ", StringComparison.Ordinal);
        reason = Shortened.To((end < 0 ? reason : reason[(end + 3)..]).TrimEnd('.'), LongestReason);
        return (
            line, column, reason.Length == 0 ? "this is not YAML" : $"this is not YAML: {char.ToLowerInvariant(reason[0])}{reason[1..]}");
    }
}
