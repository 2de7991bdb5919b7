using System.Buffers;
using System.Text.Json;

namespace SocialContract.Contract.Secrets;

/// <summary>Finds values in text that is not quite JSON, XML or a form.</summary>
internal static class BrokenText
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("{}[](),:;\"'<>=&| \t\r\n");

    private static readonly string[] Literals = ["true", "false", "null"];

    /// <summary>The quoted texts, and the words outside quotes.</summary>
    /// <param name="names">Are left out where a colon or an equals sign follows, or where they are in angle brackets.</param>
    public static IEnumerable<string> Words(string text, IReadOnlySet<string> names)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (text[at] == '"')
            {
                start++;
                at = QuoteAfter(text, start);
            }
            else
            {
                at = text.AsSpan(at).IndexOfAny(Separators) is >= 0 and var length ? at + length : text.Length;
            }

            var word = text[start..at];
            at = Math.Min(at + 1, text.Length);
            if (word.Length > 0 && !Literals.Contains(word) && !(names.Contains(word.TrimStart('/')) && IsName(text, start, at)))
            {
                yield return Unescaped(word);
            }
        }
    }

    /// <summary>The index of the next quote that no backslash escapes; the end if there is none.</summary>
    private static int QuoteAfter(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <param name="after">After the separator that ends the word.</param>
    private static bool IsName(string text, int start, int after) =>
        text[after - 1] is ':' or '='
        || (start > 0 && text[start - 1] == '<')
        || text.AsSpan(after).TrimStart() is [':', ..];

    private static string Unescaped(string word)
    {
        if (!word.Contains('\\', StringComparison.Ordinal))
        {
            return word;
        }

        try
        {
            using var parsed = JsonDocument.Parse($"\"{word}\"");
            return parsed.RootElement.GetString()!;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return word;
        }
    }
}
