using System.Globalization;

namespace SocialContract.JsonSchema.Instances;

/// <summary>The parts of a JSON pointer (RFC 6901).</summary>
internal static class Pointers
{
    public static string Escape(string token) =>
        token.AsSpan().IndexOfAny('~', '/') < 0
            ? token
            : token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Replaces <c>~0</c> and <c>~1</c> by what they stand for; false where a tilde is followed by anything else.</summary>
    public static bool TryUnescape(ReadOnlySpan<char> token, out string name)
    {
        name = token.ToString();
        if (token.IndexOf('~') < 0)
        {
            return true;
        }

        for (var i = 0; i < token.Length; i++)
        {
            if (token[i] == '~' && (i + 1 == token.Length || token[i + 1] is not ('0' or '1')))
            {
                return false;
            }
        }

        name = name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return true;
    }

    /// <summary>An array index: digits without a leading zero (RFC 6901 section 4).</summary>
    public static bool TryIndex(ReadOnlySpan<char> token, out int index)
    {
        index = 0;
        return token.Length is > 0 and < 10 && (token[0] != '0' || token.Length == 1)
            && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out index);
    }
}
