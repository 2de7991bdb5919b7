using System.Text;
using SocialApi.Contract.Sources;

namespace SocialApi.Contract.Diagnostics;

/// <summary>A line of a file with a caret below the column in question.</summary>
internal static class Excerpt
{
    private const int Before = 60;
    private const int Width = 110;

    /// <summary>Two lines; of a long line only the part around the column, with ellipses. Empty where there is no such line.</summary>
    public static string Of(LineTable lines, int line, int column)
    {
        var bytes = lines.Line(line);
        if (bytes.IsEmpty)
        {
            return "";
        }

        // A minified document is one line of millions of columns: only what is near the column is decoded into characters.
        var text = Encoding.UTF8.GetString(bytes);
        var caret = Math.Clamp(column - 1, 0, text.Length);
        var start = text.Length <= Width ? 0 : Math.Clamp(caret - Before, 0, text.Length - 1);
        var end = Math.Min(text.Length, start + Width);
        var shown = (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
        var indent = new StringBuilder();
        foreach (var letter in shown.AsSpan(0, Math.Min(shown.Length, caret - start + (start > 0 ? 1 : 0))))
        {
            indent.Append(letter == '\t' ? '\t' : ' ');
        }

        return $"{shown}\n{indent}^";
    }
}
