namespace SocialContract.Contract.Documents;

/// <summary>A line of a file with a caret below the column in question.</summary>
internal static class Excerpt
{
    private const int Before = 60;
    private const int Width = 110;

    /// <summary>
    /// Two lines; of a long line only the part around the column, with ellipses. Empty if the line does not exist or is empty.
    /// </summary>
    public static string Of(LineTable lines, int line, int column)
    {
        var from = column <= Width ? 1 : column - Before;
        var (text, hasBefore, hasAfter) = lines.Slice(line, from, from + Width);
        if (text.Length == 0)
        {
            return "";
        }

        var shown = $"{(hasBefore ? "…" : "")}{text}{(hasAfter ? "…" : "")}";
        var caret = Math.Clamp(column - from + (hasBefore ? 1 : 0), 0, shown.Length);
        var indent = string.Create(caret, shown, static (span, source) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = source[at] == '\t' ? '\t' : ' ';
            }
        });
        return $"{shown}\n{indent}^";
    }
}
