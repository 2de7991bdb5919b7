using System.Text;

namespace SocialContract.Contract.Routing;

/// <summary>
/// A segment of a path template (OpenAPI 3.1, section 4.8.8.1): literals and template expressions, e.g. <c>report.{format}</c>. A captured
/// value is never empty; if a segment can be divided in several ways, each value but the last is as short as possible.
/// </summary>
internal sealed class TemplateSegment
{
    private TemplateSegment(string text, IReadOnlyList<Part> parts)
    {
        Text = text;
        Parts = parts;
        LiteralLength = parts.Sum(part => part.Literal?.Length ?? 0);
        CaptureCount = parts.Count(part => part.Name is not null);
        Shape = string.Concat(parts.Select(part => part.Text ?? "{}"));
    }

    /// <summary>The segment as the document has it.</summary>
    public string Text { get; }

    public IReadOnlyList<Part> Parts { get; }

    /// <summary>The number of bytes of literal text: the more, the more specific the segment.</summary>
    public int LiteralLength { get; }

    public int CaptureCount { get; }

    /// <summary>The segment without its parameter names: segments with the same shape match the same paths.</summary>
    public string Shape { get; }

    public bool IsLiteral => CaptureCount == 0;

    /// <summary>Whether it is a single template expression.</summary>
    public bool IsWhole => Parts.Count == 1 && CaptureCount == 1;

    public static TemplateSegment Parse(string text)
    {
        var parts = new List<Part>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(Part.OfLiteral(text[at..]));
                break;
            }

            if (open > at)
            {
                parts.Add(Part.OfLiteral(text[at..open]));
            }

            parts.Add(new Part(null, text[(open + 1)..close]));
            at = close + 1;
        }

        return new TemplateSegment(text, parts);
    }

    /// <summary>
    /// Matches a raw segment and pushes the captured values. If it does not match, the caller must remove what was pushed.
    /// </summary>
    public bool TryMatch(ReadOnlySpan<char> path, PathRange segment, ref CaptureSet captures)
    {
        var raw = path.Slice(segment.Start, segment.Length);
        var (at, pending) = (0, -1);
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Literal is not { } literal)
            {
                if (pending >= 0)
                {
                    // Of two adjacent expressions, the first takes one character.
                    captures.Push(new PathRange(segment.Start + pending, 1));
                    pending++;
                }
                else
                {
                    pending = at;
                }

                at = pending + 1;
                if (at > raw.Length)
                {
                    return false;
                }

                continue;
            }

            var last = i == Parts.Count - 1;
            var (start, end) = pending < 0 ? (at, EncodedText.Skip(raw, at, literal)) : Find(raw, at, literal, last);
            if (end < 0 || (last && end != raw.Length))
            {
                return false;
            }

            if (pending >= 0)
            {
                captures.Push(new PathRange(segment.Start + pending, start - pending));
                pending = -1;
            }

            at = end;
        }

        if (pending >= 0)
        {
            captures.Push(new PathRange(segment.Start + pending, raw.Length - pending));
        }

        return true;
    }

    private static (int Start, int End) Find(ReadOnlySpan<char> raw, int from, ReadOnlySpan<byte> literal, bool toTheEnd)
    {
        for (var start = from; start < raw.Length; start++)
        {
            var end = EncodedText.Skip(raw, start, literal);
            if (end >= 0 && (!toTheEnd || end == raw.Length))
            {
                return (start, end);
            }
        }

        return (-1, -1);
    }

    /// <summary>Decoded literal text, or the name of a parameter.</summary>
    internal sealed record Part(string? Text, string? Name)
    {
        /// <summary>The literal text as UTF-8.</summary>
        public byte[]? Literal { get; } = Text is null ? null : Encoding.UTF8.GetBytes(Text);

        public static Part OfLiteral(string text) => new(EncodedText.Decode(text), null);
    }
}
