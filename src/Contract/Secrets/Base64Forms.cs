using System.Text;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// The texts in which base64 shows a value: alone, and in the middle of more bytes (at each of the three offsets that a byte can have in a
/// group), such as the password of Basic credentials. Also its bytes in hexadecimal digits.
/// </summary>
internal static class Base64Forms
{
    /// <summary>The minimum length of a form, in characters: many texts without the value contain shorter forms by chance.</summary>
    private const int Shortest = 8;

    /// <summary>The forms in base64, base64url and base16 (RFC 4648, sections 4, 5 and 8).</summary>
    public static IEnumerable<string> Of(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        var forms = Enumerable.Range(0, 3).Select(offset => Inner(bytes, offset)).Prepend(Convert.ToBase64String(bytes).TrimEnd('='));
        return forms
            .SelectMany(form => new[] { form, form.Replace('+', '-').Replace('/', '_') })
            .Concat([Convert.ToHexString(bytes), Convert.ToHexStringLower(bytes)])
            .Where(form => form.Length >= Shortest)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The text that base64 hides: of Basic credentials the user with the password, and the password alone.</summary>
    public static IEnumerable<string> Decoded(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return [];
        }

        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.Split(':', 2) is [_, var password] ? [text, password] : [];
    }

    /// <summary>The characters that depend on no byte beside the value.</summary>
    private static string Inner(byte[] bytes, int offset)
    {
        var text = Convert.ToBase64String([.. new byte[offset], .. bytes]);
        var first = ((offset * 8) + 5) / 6;
        var end = (offset + bytes.Length) * 8 / 6;
        return text[first..Math.Max(first, end)];
    }
}
