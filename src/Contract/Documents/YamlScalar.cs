using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Resolves plain scalars by YAML 1.2's core schema (section 10.3.2), except that a number with leading zeros such as <c>012345</c> is
/// text, as in the JSON schema (10.2.2) and as most authors expect. <c>yes</c>, <c>no</c>, <c>on</c>, <c>off</c> and dates are text.
/// </summary>
internal static class YamlScalar
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> Octal = SearchValues.Create("01234567");

    /// <summary>The scalar as JSON text; null if it is a string.</summary>
    public static string? ToJson(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return "null";
            case "true" or "True" or "TRUE":
                return "true";
            case "false" or "False" or "FALSE":
                return "false";
        }

        return text[0] is (>= '0' and <= '9') or '+' or '-' or '.' ? Number(text) : null;
    }

    /// <summary>Whether it is a number that JSON cannot express: an infinity or NaN.</summary>
    public static bool IsNotFinite(string text) =>
        text is ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" or ".nan" or ".NaN" or ".NAN";

    /// <summary>
    /// A number with its digits as written, in JSON's form: no plus sign, a digit on both sides of the point. Null if the text is not a
    /// number.
    /// </summary>
    public static string? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return Based(text.AsSpan(2), Hexadecimal, 16);
        }

        if (text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Based(text.AsSpan(2), Octal, 8);
        }

        var rest = text.AsSpan();
        var negative = rest[0] == '-';
        if (rest[0] is '-' or '+')
        {
            rest = rest[1..];
        }

        var whole = rest[..Digits(rest)];
        rest = rest[whole.Length..];
        var point = rest is ['.', ..];
        rest = point ? rest[1..] : rest;
        var fraction = point ? rest[..Digits(rest)] : [];
        rest = rest[fraction.Length..];

        if (whole.Length + fraction.Length == 0 || whole is ['0', _, ..])
        {
            return null;
        }

        if (!TryExponent(rest))
        {
            return null;
        }

        var spelt = text[0] != '+' && whole.Length > 0 && (!point || fraction.Length > 0);
        return spelt
            ? text
            : $"{(negative ? "-" : "")}{(whole.IsEmpty ? "0" : whole)}{(point ? "." : "")}{(
                point && fraction.IsEmpty ? "0" : fraction)}{rest}";
    }

    private static bool TryExponent(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ('e' or 'E'))
        {
            return false;
        }

        text = text[1..];
        if (text is ['+' or '-', ..])
        {
            text = text[1..];
        }

        return !text.IsEmpty && Digits(text) == text.Length;
    }

    /// <summary>The number of digits at the start of the text.</summary>
    private static int Digits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    private static string? Based(ReadOnlySpan<char> digits, SearchValues<char> allowed, int radix)
    {
        // No identifier or mask has more than 64 digits; longer ones are text.
        if (digits.IsEmpty || digits.Length > 64 || digits.ContainsAnyExcept(allowed))
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in digits)
        {
            value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
        }

        return value.ToString(CultureInfo.InvariantCulture);
    }
}
