namespace SocialContract.Contract.Http;

/// <summary>
/// Reads a parameter of Content-Disposition as browsers and libraries write it: quoted, with backslashes or <c>%22</c> (WHATWG HTML,
/// multipart/form-data), or without quotes.
/// </summary>
internal static class DispositionParameter
{
    /// <summary>The value; null if there is no such parameter.</summary>
    public static string? Find(ReadOnlySpan<char> header, ReadOnlySpan<char> name)
    {
        // The first part is the disposition itself: form-data.
        var rest = header;
        FieldSyntax.NextParameter(ref rest);
        while (!rest.IsEmpty)
        {
            if (FieldSyntax.TryReadParameter(FieldSyntax.NextParameter(ref rest), out var other, out var written)
                && other.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Unquoted(written)
                    .Replace("%22", "\"", StringComparison.Ordinal)
                    .Replace("%0D%0A", "\r\n", StringComparison.OrdinalIgnoreCase);
            }
        }

        return null;
    }

    /// <summary>The closing quote may be missing, or may be followed by more text.</summary>
    private static string Unquoted(ReadOnlySpan<char> written)
    {
        if (written is not ['"', ..])
        {
            return written.ToString();
        }

        return FieldSyntax.TryReadQuoted(written, out _, out var length)
            ? FieldSyntax.Unquoted(written[..length], keepsBackslashes: true).ToString()
            : FieldSyntax.Unquoted($"{written.TrimEnd('\\')}\"", keepsBackslashes: true).ToString();
    }
}
