using System.IO.Compression;

namespace SocialContract.Contract.Http;

/// <summary>Decodes the bodies of responses (RFC 9110, section 8.4).</summary>
internal static class ContentCodings
{
    /// <summary>The value of Accept-Encoding.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <summary>The body without its codings, the outermost first; no more of it than the limit and a buffer.</summary>
    /// <param name="codings">The value of Content-Encoding; null: the body has none.</param>
    /// <param name="limit">Bytes.</param>
    /// <returns>With a fault in a clause where the body is not in these codings; null where it is.</returns>
    public static (byte[] Body, string? Fault) Decode(byte[] body, string? codings, int limit)
    {
        foreach (var coding in Names(codings))
        {
            if (body.Length == 0)
            {
                break;
            }

            try
            {
                using var encoded = new MemoryStream(body);
                using var decoder = Decoder(coding, encoded, body[0]);
                if (decoder is null)
                {
                    return (body, $"the response's Content-Encoding is {coding}, which the request does not accept ({Accepted})");
                }

                body = Read(decoder, limit);
            }
            catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or IOException)
            {
                return (body, "the response's body does not match its Content-Encoding");
            }
        }

        return (body, null);
    }

    /// <summary>Whether all these codings can be decoded.</summary>
    /// <param name="codings">The value of Content-Encoding.</param>
    public static bool Knows(string codings) => Names(codings).All(name => name is "gzip" or "x-gzip" or "deflate" or "br");

    /// <summary>The codings in the order in which they are removed.</summary>
    private static Stack<string> Names(string? codings)
    {
        var names = new Stack<string>();
        var rest = codings.AsSpan();
        while (FieldSyntax.NextElement(ref rest) is { IsEmpty: false } coding)
        {
            var name = coding.ToString().ToLowerInvariant();
            if (name != "identity")
            {
                names.Push(name);
            }
        }

        return names;
    }

    /// <summary>Null where the coding is not known. Servers send deflate with the zlib header, as RFC 9110 says, and without it.</summary>
    private static Stream? Decoder(string coding, Stream encoded, byte first) => coding switch
    {
        "gzip" or "x-gzip" => new GZipStream(encoded, CompressionMode.Decompress),
        "deflate" when (first & 0x0F) == 8 => new ZLibStream(encoded, CompressionMode.Decompress),
        "deflate" => new DeflateStream(encoded, CompressionMode.Decompress),
        "br" => new BrotliStream(encoded, CompressionMode.Decompress),
        _ => null,
    };

    private static byte[] Read(Stream decoder, int limit)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= limit && (read = decoder.Read(buffer)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
