using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting.Terminal;

/// <summary>Writes lines that fit the width, in colour where that is wanted. What it is given is disarmed here and nowhere else.</summary>
internal sealed class TerminalWriter(TextWriter output, ConsoleSettings settings)
{
    private const int Narrowest = 40;

    public int Width { get; } = Math.Max(settings.Width, Narrowest);

    public void Blank() => output.Write('\n');

    /// <summary>Wrapped text; lines after the first are indented by <paramref name="hanging"/> more.</summary>
    public void Paragraph(string text, TerminalColor color = TerminalColor.Plain, int indent = 0, int hanging = 0)
    {
        var margin = indent;
        foreach (var line in Wrapping.Words(TerminalText.Line(text), Width - indent - hanging))
        {
            Write(new string(' ', margin), line, color);
            margin = indent + hanging;
        }
    }

    /// <summary>A name in a column of its own and its text beside it: <c>   Expected  the request is refused</c>.</summary>
    public void Labelled(string name, string text, int indent, int column, TerminalColor color = TerminalColor.Plain)
    {
        var label = $"{new string(' ', indent)}{name.PadRight(column)}";
        foreach (var line in Wrapping.Words(TerminalText.Line(text), Width - indent - column))
        {
            Write(label, line, color);
            label = new string(' ', indent + column);
        }
    }

    /// <summary>
    /// Text of several lines behind a bar, so that none of its lines begins a line of the output; at most so many lines are shown, and of a
    /// line without end what they would hold.
    /// </summary>
    public void Quoted(string text, int indent, int limit)
    {
        var margin = $"{new string(' ', indent)}| ";
        var room = Width - margin.Length;
        var lines = TerminalText.Lines(text).Split('\n').SelectMany(line => Wrapping.Exactly(Shortening.Cut(line, limit * room), room)).ToList();
        foreach (var line in lines.Count <= limit ? lines : lines.Take(limit - 1))
        {
            Write(margin, line, TerminalColor.Plain);
        }

        if (lines.Count > limit)
        {
            Write(margin, $"… {Amount.Of(lines.Count - limit + 1, "more line")}", TerminalColor.Dim);
        }
    }

    /// <summary>Text that somebody copies: it is not wrapped.</summary>
    public void Verbatim(string text, int indent)
    {
        foreach (var line in TerminalText.Lines(text).Split('\n'))
        {
            Write(new string(' ', indent), line, TerminalColor.Cyan);
        }
    }

    /// <summary>Pieces of one line, each in its colour.</summary>
    public void Pieces(IEnumerable<(string Text, TerminalColor Color)> pieces) =>
        output.Write(string.Concat(pieces.Select(piece => Colored(TerminalText.Line(piece.Text), piece.Color))).TrimEnd(' ') + "\n");

    private void Write(string margin, string line, TerminalColor color) =>
        output.Write(line.Length == 0 ? margin.TrimEnd(' ') + "\n" : margin + Colored(line, color) + "\n");

    private string Colored(string text, TerminalColor color) =>
        settings.Color && color != TerminalColor.Plain && text.Length > 0 ? $"\u001b[{Code(color)}m{text}\u001b[0m" : text;

    /// <summary>ECMA-48 SGR parameters.</summary>
    private static int Code(TerminalColor color) => color switch
    {
        TerminalColor.Bold => 1,
        TerminalColor.Dim => 2,
        TerminalColor.Red => 31,
        TerminalColor.Green => 32,
        TerminalColor.Yellow => 33,
        TerminalColor.Cyan => 36,
        _ => 0,
    };
}
