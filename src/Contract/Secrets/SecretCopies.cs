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

    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 512 };

    /// <returns>False only if the target holds no copy.</returns>
    public static bool MayHoldHeader(string target, string value) =>
        // The whole value, or what follows the name of an authentication scheme.
        HasEscape(target)
        || target.Contains(value, StringComparison.OrdinalIgnoreCase)
        || (value.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var space
            && target.AsSpan().Contains(value.AsSpan(space + 1).Trim(), StringComparison.OrdinalIgnoreCase));

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

            if (reader.ValueIsEscaped)
            {
                return true;
            }

            var token = reader.ValueSpan;
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
