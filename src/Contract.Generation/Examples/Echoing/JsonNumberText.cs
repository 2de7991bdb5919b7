namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>Recognizes JSON numbers (RFC 8259 section 6).</summary>
internal static class JsonNumberText
{
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', ..])
        {
            text = text[1..];
        }

        var whole = Digits(text);
        if (whole == 0 || (whole > 1 && text[0] == (byte)'0'))
        {
            return false;
        }

        text = text[whole..];
        if (text is [(byte)'.', ..])
        {
            var places = Digits(text[1..]);
            if (places == 0)
            {
                return false;
            }

            text = text[(places + 1)..];
        }

        if (text is [(byte)'e' or (byte)'E', ..])
        {
            text = text[1..];
            text = text is [(byte)'+' or (byte)'-', ..] ? text[1..] : text;
            var digits = Digits(text);
            return digits > 0 && digits == text.Length;
        }

        return text.IsEmpty;
    }

    /// <summary>Whether a number is written without a decimal point and an exponent.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> number) => !number.ContainsAny((byte)'.', (byte)'e', (byte)'E');

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length < 0 ? text.Length : length;
    }
}
