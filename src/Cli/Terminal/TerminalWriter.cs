using SocialContract.Contract.Diagnostics;
using SocialContract.Verification.Messages;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// Writes text that fits the terminal, in colour where that is wanted. Every text that it is given is disarmed here (control characters,
/// commands of CI runners), and none is read as Spectre's markup.
/// </summary>
internal sealed class TerminalWriter(IAnsiConsole console, TerminalSettings settings)
{
    private const int Narrowest = 40;

    /// <summary>The length in characters of a quoted line if no terminal limits it.</summary>
    private const int MaxQuotedLine = 2_000;

    private int Width => Math.Max(console.Profile.Width, Narrowest);

    public void Blank() => Write([""], TerminalStyles.Plain);

    /// <summary>Wrapped text; lines after the first are indented by <paramref name="hanging"/> more.</summary>
    public void Paragraph(string text, Style? style = null, int indent = 0, int hanging = 0) =>
        Write(Wrapping.Words(TerminalText.Line(text), Width - indent - hanging), style, Spaces(indent), Spaces(indent + hanging));

    /// <summary>A name in a column of its own and its text beside it: <c>   Expected  the request is refused</c>.</summary>
    public void Labelled(string name, string text, int indent, int column, Style? style = null) => Write(
        Wrapping.Words(TerminalText.Line(text), Width - indent - column),
        style,
        Spaces(indent) + name.PadRight(column),
        Spaces(indent + column));

    /// <summary>One line that is not wrapped.</summary>
    public void Line(string text, Style style) => Write([TerminalText.Line(text)], style);

    /// <summary>Text of several lines to copy: it is not wrapped.</summary>
    public void Verbatim(string text, int indent) =>
        Write(TerminalText.Lines(text).Split('\n'), TerminalStyles.Cyan, Spaces(indent), Spaces(indent));

    /// <summary>
    /// Text of several lines with a bar before each, so that none of them begins a line of the output. Shows at most
    /// <paramref name="limit"/> lines; a line that would fill all of them is cut.
    /// </summary>
    public void Quoted(string text, int indent, int limit)
    {
        var margin = $"{Spaces(indent)}| ";
        var room = Width - margin.Length;
        var maxLength = (int)Math.Min((long)limit * room, MaxQuotedLine);
        var lines = TerminalText.Lines(text).Split('\n')
            .SelectMany(line => Wrapping.Exactly(Shortened.Measured(line, maxLength), room))
            .ToList();
        var shown = lines.Count <= limit ? lines.Count : limit - 1;
        Write(lines.Take(shown), TerminalStyles.Plain, margin, margin);
        if (shown < lines.Count)
        {
            Write([$"… {Amount.Of(lines.Count - shown, "more line")}"], TerminalStyles.Dim, margin);
        }
    }

    /// <summary>The cell of a table.</summary>
    public Text Cell(string text, Style style) => new(TerminalText.Line(text), Chosen(style));

    /// <summary>Writes a table; returns false and writes nothing if it is wider than the terminal.</summary>
    public bool TryTable(Table table)
    {
        var width = ((IRenderable)table).Measure(RenderOptions.Create(console, console.Profile.Capabilities), int.MaxValue).Max;
        if (width > Width)
        {
            return false;
        }

        console.Write(table);
        return true;
    }

    private void Write(IEnumerable<string> lines, Style? style, string margin = "", string otherMargin = "") =>
        console.Write(new UnbrokenLines(lines, Chosen(style), margin, otherMargin));

    /// <summary>NO_COLOR declines bold and faint text too, which Spectre would still write.</summary>
    private Style Chosen(Style? style) => settings.Colour && style is not null ? style.Value : Style.Plain;

    private static string Spaces(int count) => new(' ', count);
}
