using System.Globalization;
using System.Numerics;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Compares numbers by their value, whatever their notation: 1, 1.0 and 10e-1 are equal. No digit is lost.</summary>
internal static class NumberComparison
{
    /// <param name="left">As JSON writes numbers.</param>
    /// <param name="right">As JSON writes numbers.</param>
    public static bool AreEqual(string left, string right) => left == right || Normalized(left) == Normalized(right);

    /// <returns>Null unless both texts are numbers.</returns>
    public static int? Compare(string left, string right)
    {
        if (!TryRead(left, out var leftValue) || !TryRead(right, out var rightValue))
        {
            return null;
        }

        return AreEqual(left, right) ? 0 : leftValue.CompareTo(rightValue);
    }

    /// <summary>Whether the text is a number, such as <c>12</c> or <c>-1.5e3</c>; its value may be rounded.</summary>
    public static bool TryRead(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>The text that a double has in Java: <c>2.0</c>, <c>1.5</c>, <c>1.0E7</c>.</summary>
    public static string JavaText(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (value == 0 || Math.Abs(value) is >= 1e-3 and < 1e7)
        {
            return text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0";
        }

        var (negative, digits, exponent) = Normalized(text);
        var rest = digits.Length > 1 ? digits[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{digits[0]}.{rest}E{exponent + digits.Length - 1}");
    }

    /// <summary>The digits without zeros around them, and the power of ten of the last digit.</summary>
    private static (bool Negative, string Digits, BigInteger Exponent) Normalized(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var exponent = mark < 0 ? 0 : BigInteger.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = (mark < 0 ? text : text[..mark]).TrimStart('-', '+');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0
            ? (false, "", 0)
            : (text.StartsWith('-'), significant, exponent + (digits.Length - significant.Length));
    }
}
