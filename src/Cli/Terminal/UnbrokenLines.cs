using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// Lines that are written as they are. Spectre's own text folds a word that is longer than the terminal is wide, and a folded path, hash or
/// URL cannot be copied.
/// </summary>
/// <param name="margin">The text before the first line, unstyled.</param>
/// <param name="otherMargin">The text before each further line.</param>
internal sealed class UnbrokenLines(IEnumerable<string> lines, Style style, string margin, string otherMargin) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        var before = margin;
        foreach (var line in lines)
        {
            yield return new Segment(line.Length == 0 ? before.TrimEnd(' ') : before);
            yield return new Segment(line, style);
            yield return Segment.LineBreak;
            before = otherMargin;
        }
    }
}
