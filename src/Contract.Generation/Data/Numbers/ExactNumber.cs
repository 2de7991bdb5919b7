using System.Globalization;
using System.Numerics;

namespace SocialContract.Contract.Generation.Data.Numbers;

/// <summary>
/// A decimal number of any length: <paramref name="Unscaled"/> × 10^-<paramref name="Scale"/>. Decimal, so that 0.1 is exactly a
/// tenth.
/// </summary>
/// <param name="Scale">Decimal places, 0 or more.</param>
internal readonly record struct ExactNumber(BigInteger Unscaled, int Scale)
{
    private const int MaxExponent = 400;

    /// <summary>The number in units of 10^-<paramref name="scale"/>, which must not be less than its own scale.</summary>
    public BigInteger At(int scale) => Unscaled * BigInteger.Pow(10, scale - Scale);

    /// <summary>Reads a JSON number; false where its exponent is beyond ±400.</summary>
    public static bool TryParse(string json, out ExactNumber number)
    {
        number = default;
        var mantissa = json.AsSpan();
        var exponent = 0;
        var mark = mantissa.IndexOfAny('e', 'E');
        if (mark >= 0)
        {
            if (!int.TryParse(mantissa[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent)
                || Math.Abs((long)exponent) > MaxExponent)
            {
                return false;
            }

            mantissa = mantissa[..mark];
        }

        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled))
        {
            return false;
        }

        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        number = scale >= 0 ? new(unscaled, scale) : new(unscaled * BigInteger.Pow(10, -scale), 0);
        return true;
    }

    /// <summary>Decimal notation without an exponent and without trailing zeros.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var fraction = digits[^Scale..].TrimEnd('0');
        var sign = Unscaled.Sign < 0 ? "-" : "";
        return fraction.Length == 0 ? $"{sign}{digits[..^Scale]}" : $"{sign}{digits[..^Scale]}.{fraction}";
    }
}
