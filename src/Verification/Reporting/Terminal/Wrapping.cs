namespace SocialApi.Verification.Reporting.Terminal;

/// <summary>Breaks text into lines that fit.</summary>
internal static class Wrapping
{
    /// <summary>Lines of at most that many characters, broken at spaces where there are any, else anywhere; never within a surrogate pair.</summary>
    public static IEnumerable<string> Words(string text, int width)
    {
        var rest = text;
        while (rest.Length > width)
        {
            var space = rest.LastIndexOf(' ', width);
            var end = space > width / 2 ? space : HardEnd(rest, width);
            yield return rest[..end].TrimEnd(' ');
            rest = rest[end..].TrimStart(' ');
        }

        yield return rest;
    }

    /// <summary>Exact pieces: nothing is lost and nothing added, so that what was sent can be read off.</summary>
    public static IEnumerable<string> Exactly(string text, int width)
    {
        var rest = text;
        while (rest.Length > width)
        {
            var end = HardEnd(rest, width);
            yield return rest[..end];
            rest = rest[end..];
        }

        yield return rest;
    }

    private static int HardEnd(string text, int width) => char.IsHighSurrogate(text[width - 1]) && width > 1 ? width - 1 : width;
}
