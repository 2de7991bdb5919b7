using System.Text;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>
/// Reads a parameter of Content-Disposition as browsers and libraries write it: quoted, with backslashes or <c>%22</c> (WHATWG HTML,
/// multipart/form-data), or without quotes.
/// </summary>
internal static class DispositionParameter
{
    /// <summary>The value; null if there is no such parameter.</summary>
    public static string? Find(string header, string name)
    {
        var at = header.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < header.Length)
        {
            at++;
            var equals = header.IndexOf('=', at);
            if (equals < 0)
            {
                return null;
            }

            var key = header.AsSpan(at, equals - at).Trim();
            at = equals + 1;
            while (at < header.Length && header[at] == ' ')
            {
                at++;
            }

            var value = at < header.Length && header[at] == '"' ? Quoted(header, ref at) : Bare(header, ref at);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Replace("%22", "\"", StringComparison.Ordinal)
                    .Replace("%0D%0A", "\r\n", StringComparison.OrdinalIgnoreCase);
            }

            at = header.IndexOf(';', Math.Min(at, header.Length));
        }

        return null;
    }

    private static string Quoted(string header, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            if (header[at] == '\\' && at + 1 < header.Length && header[at + 1] is '"' or '\\')
            {
                at++;
            }

            text.Append(header[at]);
        }

        at++;
        return text.ToString();
    }

    private static string Bare(string header, ref int at)
    {
        var end = header.IndexOf(';', at);
        end = end < 0 ? header.Length : end;
        var text = header[at..end].Trim();
        at = end;
        return text;
    }
}
