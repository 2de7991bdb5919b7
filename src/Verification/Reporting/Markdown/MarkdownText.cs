using System.Buffers;
using System.Text;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Markdown;

/// <summary>Text as GitHub Flavored Markdown that shows exactly that text.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#!|~&@$");

    /// <summary>
    /// One line of text, or a table's cell. Not for the beginning of a line, where a dash or a number would start a list.
    /// </summary>
    public static string Inline(string text)
    {
        var line = Printable.Line(text);
        var escaped = new StringBuilder(line.Length);
        foreach (var letter in line)
        {
            if (Special.Contains(letter))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        // Extended autolinks (GFM 6.9) start with one of these.
        return escaped.ToString()
            .Replace("://", "\\://", StringComparison.Ordinal)
            .Replace("www.", "www\\.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A code span (GFM 6.3) in a table's cell, where a bar ends the cell even within code (GFM 4.10).</summary>
    public static string CellCode(string text) => Code(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A code span (GFM 6.3): its fence is longer than any run of backticks within.</summary>
    public static string Code(string text)
    {
        var line = Printable.Line(text);
        if (line.Length == 0)
        {
            return "";
        }

        var fence = new string('`', LongestRun(line) + 1);
        var padding = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{padding}{line}{padding}{fence}";
    }

    /// <summary>A fenced block (GFM 4.5) that nothing within can close, with its line end.</summary>
    /// <param name="language">The info string, e.g. <c>http</c>.</param>
    public static string Block(string text, string language)
    {
        var lines = Printable.Lines(text);
        var fence = new string('`', Math.Max(LongestRun(lines) + 1, 3));
        return $"{fence}{language}\n{lines}\n{fence}\n";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
