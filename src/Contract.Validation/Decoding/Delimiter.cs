namespace SocialContract.Contract.Validation.Decoding;

/// <summary>The delimiter between the elements of a list, before decoding.</summary>
/// <param name="Character">The delimiter.</param>
/// <param name="Encoded">Its percent-encoded form, if that is a delimiter, too; null if the encoded form is data (RFC 6570).</param>
internal sealed record Delimiter(char Character, string? Encoded)
{
    public static Delimiter Comma { get; } = new(',', null);

    /// <summary>For elements that cannot contain a comma: URLSearchParams and others encode the delimiter, too.</summary>
    public static Delimiter AnyComma { get; } = new(',', "%2C");

    public static Delimiter Dot { get; } = new('.', null);

    public static Delimiter Semicolon { get; } = new(';', null);

    public static Delimiter Pipe { get; } = new('|', "%7C");

    /// <summary>Also the plus sign, which is a space in a query.</summary>
    public static Delimiter Space { get; } = new(' ', "%20");

    public bool IsIn(ReadOnlySpan<char> text) => IndexIn(text, out _) >= 0;

    /// <summary>Takes the text before the next delimiter; false at the end.</summary>
    public bool Next(ref ReadOnlySpan<char> rest, ref bool ended, out ReadOnlySpan<char> piece)
    {
        piece = default;
        if (ended)
        {
            return false;
        }

        var index = IndexIn(rest, out var length);
        ended = index < 0;
        piece = ended ? rest : rest[..index];
        rest = ended ? default : rest[(index + length)..];
        return true;
    }

    private int IndexIn(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        var plain = Character == ' ' ? text.IndexOfAny(' ', '+') : text.IndexOf(Character);
        if (Encoded is null)
        {
            return plain;
        }

        var encoded = (plain < 0 ? text : text[..plain]).IndexOf(Encoded, StringComparison.OrdinalIgnoreCase);
        if (encoded < 0)
        {
            return plain;
        }

        length = Encoded.Length;
        return encoded;
    }
}
