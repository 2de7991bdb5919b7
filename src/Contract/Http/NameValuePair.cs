using System.Numerics;

namespace SocialContract.Contract.Http;

/// <summary>The place of a pair in a query, a form (<c>a=1&amp;b=2</c>) or a Cookie header (<c>a=1; b=2</c>).</summary>
/// <param name="NameEnd">The place of the equals sign; the end of the pair if it has none.</param>
internal readonly record struct NameValuePair(int Start, int NameEnd, int End)
{
    /// <summary>Whether the pair has an equals sign.</summary>
    public bool HasValue => NameEnd < End;

    public bool IsEmpty => Start == End;

    /// <summary>The pair at the start; the next one begins after its end and a separator.</summary>
    /// <param name="text">Characters or bytes.</param>
    public static NameValuePair At<T>(ReadOnlySpan<T> text, int start, ReadOnlySpan<T> separators)
        where T : struct, IBinaryInteger<T>
    {
        var rest = text[start..];
        var length = rest.IndexOfAny(separators);
        var pair = length < 0 ? rest : rest[..length];
        var equals = pair.IndexOf(T.CreateTruncating('='));
        return new NameValuePair(start, start + (equals < 0 ? pair.Length : equals), start + pair.Length);
    }

    /// <summary>The cookie at the start (RFC 6265, section 4.2.1), after the white space that may follow a semicolon.</summary>
    public static NameValuePair CookieAt(ReadOnlySpan<char> text, int start)
    {
        var pair = At<char>(text, start, ";");
        while (start < pair.End && text[start] is ' ' or '\t')
        {
            start++;
        }

        return pair with { Start = start, NameEnd = Math.Max(start, pair.NameEnd) };
    }

    /// <summary>The text without percent-encoding; a plus sign is a space. Invalid escapes stay.</summary>
    public static string Decoded(ReadOnlySpan<char> text) =>
        text.ContainsAny('%', '+') ? Uri.UnescapeDataString(text.ToString().Replace('+', ' ')) : text.ToString();

    /// <summary>As written.</summary>
    public ReadOnlySpan<T> Name<T>(ReadOnlySpan<T> text) => text[Start..NameEnd];

    /// <summary>As written; empty if the pair has no equals sign.</summary>
    public ReadOnlySpan<T> Value<T>(ReadOnlySpan<T> text) => HasValue ? text[(NameEnd + 1)..End] : default;
}
