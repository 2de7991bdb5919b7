using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Formats;

/// <summary>OpenAPI's <c>int32</c>, <c>int64</c>, <c>float</c> and <c>double</c> (OpenAPI 3.1.0 section 4.4): the range, exactly.</summary>
internal static class NumberFormats
{
    public static bool IsInt32(ReadOnlySpan<byte> number) => IsInteger(number, "-2147483648"u8, "2147483647"u8);

    public static bool IsInt64(ReadOnlySpan<byte> number) => IsInteger(number, "-9223372036854775808"u8, "9223372036854775807"u8);

    public static bool IsFloat(ReadOnlySpan<byte> number) =>
        IsWithin(number, "-3.40282346638528859811704183484516925440e38"u8, "3.40282346638528859811704183484516925440e38"u8);

    public static bool IsDouble(ReadOnlySpan<byte> number) => IsWithin(number, "-1.7976931348623157e308"u8, "1.7976931348623157e308"u8);

    private static bool IsInteger(ReadOnlySpan<byte> number, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) =>
        new NumberText(number).IsInteger && IsWithin(number, min, max);

    private static bool IsWithin(ReadOnlySpan<byte> number, ReadOnlySpan<byte> min, ReadOnlySpan<byte> max) =>
        NumberText.Compare(number, min) >= 0 && NumberText.Compare(number, max) <= 0;
}
