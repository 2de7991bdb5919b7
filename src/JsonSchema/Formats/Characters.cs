namespace SocialContract.JsonSchema.Formats;

/// <summary>Classes of ASCII characters that the grammars of several formats share.</summary>
internal static class Characters
{
    public static bool IsDigit(byte value) => value is >= (byte)'0' and <= (byte)'9';

    public static bool IsLetter(byte value) => (value | 0x20) is >= (byte)'a' and <= (byte)'z';

    public static bool IsAlphanumeric(byte value) => IsDigit(value) || IsLetter(value);

    public static bool IsHex(byte value) => char.IsAsciiHexDigit((char)value);

    public static bool AreHex(ReadOnlySpan<byte> text)
    {
        foreach (var value in text)
        {
            if (!IsHex(value))
            {
                return false;
            }
        }

        return true;
    }
}
