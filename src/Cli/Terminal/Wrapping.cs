namespace SocialContract.Cli.Terminal;

/// <summary>
/// Breaks text into lines that fit. A word is never broken, so that paths, hashes and URLs can be copied: one that is too long gets a line
/// of its own.
/// </summary>
internal static class Wrapping
{
    /// <summary>A line of a message may end after a space, and after a comma: JSON often has no spaces.</summary>
    private const string Ends = " ,";

    /// <summary>Breaks text at spaces; a break replaces its space.</summary>
    /// <param name="width">Characters of a line, unless a single word is longer.</param>
    public static IEnumerable<string> Words(string text, int width)
    {
        var rest = text.TrimEnd(' ');
        while (rest.Length > width)
        {
            var end = rest.LastIndexOf(' ', width);
            if (end <= 0 && (end = rest.IndexOf(' ', width)) < 0)
            {
                break;
            }

            yield return rest[..end].TrimEnd(' ');
            rest = rest[end..].TrimStart(' ');
        }

        yield return rest;
    }

    /// <summary>Breaks text into pieces that together are exactly the text, so that a quoted message is exact.</summary>
    /// <param name="width">Characters of a piece, unless what cannot be broken is longer.</param>
    public static IEnumerable<string> Exactly(string message, int width)
    {
        var rest = message;
        while (rest.Length > width)
        {
            var end = rest.AsSpan(0, width).LastIndexOfAny(Ends);
            if (end < 0 && (end = rest.AsSpan(width).IndexOfAny(Ends)) >= 0)
            {
                end += width;
            }

            if (end < 0)
            {
                break;
            }

            // Spaces stay at the end of a line, where they are invisible.
            end += rest.AsSpan(end + 1).IndexOfAnyExcept(' ') is var next and >= 0 ? 1 + next : rest.Length - end;
            if (end == rest.Length)
            {
                break;
            }

            yield return rest[..end];
            rest = rest[end..];
        }

        yield return rest;
    }
}
