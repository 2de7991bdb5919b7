using System.Text;

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
            var parameter = FieldSyntax.NextParameter(ref rest);
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Value(parameter[(equals + 1)..].Trim())
                    .Replace("%22", "\"", StringComparison.Ordinal)
                    .Replace("%0D%0A", "\r\n", StringComparison.OrdinalIgnoreCase);
            }
        }

        return null;
    }

    private static string Value(ReadOnlySpan<char> text)
    {
        if (text is not ['"', ..])
        {
            return text.ToString();
        }

        var closing = FieldSyntax.ClosingQuote(text);
        var quoted = closing < 0 ? text[1..] : text[1..closing];
        return quoted.Contains('\\') ? Unescaped(quoted) : quoted.ToString();
    }

    /// <summary>Only quotes and backslashes are escaped: some clients send the path of a file as it is, <c>C:\photos\me.png</c>.</summary>
    private static string Unescaped(ReadOnlySpan<char> quoted)
    {
        var text = new StringBuilder(quoted.Length);
        for (var at = 0; at < quoted.Length; at++)
        {
            at += quoted[at..] is ['\\', '"' or '\\', ..] ? 1 : 0;
            text.Append(quoted[at]);
        }

        return text.ToString();
    }
}
