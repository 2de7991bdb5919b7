using System.Buffers;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Whether a copy of a request's secret may be in the request's target. Looks for every text of the message, secret or not, and allocates
/// nothing, so that most requests need no search for their secrets.
/// </summary>
internal static class SecretCopies
{
    /// <summary>Characters. Longer targets are rare, and not worth a larger buffer on the stack.</summary>
    private const int LongestTarget = 512;

    /// <summary>Of lists, objects, JSON, escapes and quotes: the value may hold several secrets, or itself in another form.</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(",|{[%\"");

    /// <summary>Also separate values, and are in most credentials and cookies.</summary>
    private static readonly SearchValues<char> WordDelimiters = SearchValues.Create(" \t=;");

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 512 };

    /// <param name="shortest">Copies of shorter texts do not count. Characters.</param>
    /// <returns>False only if the target holds no copy.</returns>
    public static bool MayHoldHeader(string target, string name, string value, int shortest) =>
        // The whole value, a part of it, or what follows the name of an authentication scheme.
        HasEscape(target)
        || target.Contains(value, StringComparison.OrdinalIgnoreCase)
        || value.AsSpan().ContainsAny(Delimiters)
        || (SecretHeader.IsCookie(name) ? MayHoldCookie(target, value, shortest) : MayHoldWord(target, value, shortest))
        || AuthorizationValue.Read(value).Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
        || (AuthorizationValue.Read(value).Credentials is { IsEmpty: false } credentials
            && target.AsSpan().Contains(credentials, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the target holds a word of the value, or what follows the first equals sign.</summary>
    private static bool MayHoldWord(string target, ReadOnlySpan<char> value, int shortest)
    {
        if (value.IndexOf('=') is >= 0 and var equals && value.Length - equals > shortest
            && target.AsSpan().Contains(value[(equals + 1)..], StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var range in value.SplitAny(WordDelimiters))
        {
            if (value[range].Length >= shortest && target.AsSpan().Contains(value[range], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayHoldCookie(string target, string cookies, int shortest)
    {
        for (var start = 0; start < cookies.Length;)
        {
            var pair = NameValuePair.CookieAt(cookies, start);
            if (pair.Value<char>(cookies) is { IsEmpty: false } value
                && (target.AsSpan().Contains(value, StringComparison.OrdinalIgnoreCase) || MayHoldWord(target, value, shortest)))
            {
                return true;
            }

            start = pair.End + 1;
        }

        return false;
    }

    /// <param name="shortest">Copies of shorter texts do not count. Characters.</param>
    /// <returns>False only if the target holds no copy.</returns>
    public static bool MayHoldBody(string target, RequestMessage request, int shortest)
    {
        if (HasEscape(target) || target.Length > LongestTarget || !Ascii.IsValid(target)
            || !MediaTypeName.TryParse(request.Headers["Content-Type"], out var type) || !type.IsJson)
        {
            return true;
        }

        try
        {
            return MayHold(target, request.Body.Span, shortest);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool MayHold(string target, ReadOnlySpan<byte> json, int shortest)
    {
        Span<char> text = stackalloc char[LongestTarget];
        var reader = new Utf8JsonReader(json, Deep);
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String or JsonTokenType.Number))
            {
                continue;
            }

            var token = reader.ValueSpan;
            if (reader.ValueIsEscaped || token is [(byte)'{' or (byte)'[' or (byte)' ', ..])
            {
                return true;
            }

            if (token.Length >= shortest && token.Length <= target.Length && Ascii.IsValid(token)
                && target.AsSpan().Contains(text[..Encoding.ASCII.GetChars(token, text)], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A secret may be written with escapes.</summary>
    private static bool HasEscape(string target) => target.Contains('%', StringComparison.Ordinal);
}
