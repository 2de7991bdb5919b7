using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocialContract.Contract.Generation.Data;

/// <summary>Pieces of JSON text as UTF-8.</summary>
internal static class JsonPieces
{
    /// <summary>The quote, the backslash and the control characters.</summary>
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\']);

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>A string literal with its quotes; only the characters that RFC 8259 section 7 requires are escaped.</summary>
    public static byte[] Quote(string value) => Encoding.UTF8.GetBytes($"\"{JsonEncodedText.Encode(value, Encoder)}\"");

    /// <summary>A value of the document without insignificant white space, numbers and escapes as written.</summary>
    public static byte[] Minified(JsonElement value)
    {
        var output = new ArrayBufferWriter<byte>();
        Minify(JsonMarshal.GetRawUtf8Value(value), output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Copies well-formed JSON without insignificant white space.</summary>
    public static void Minify(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        while (!json.IsEmpty)
        {
            var length = json[0] switch
            {
                (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' => 0,
                (byte)'"' => StringLength(json),
                _ => 1,
            };
            output.Write(json[..length]);
            json = json[Math.Max(length, 1)..];
        }
    }

    /// <summary>Writes the content of a string literal, without its quotes. Allocates only where a character must be escaped.</summary>
    public static void WriteEscaped(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        if (text.ContainsAny(Escaped))
        {
            var quoted = Quote(text.ToString());
            output.Write(quoted.AsSpan()[1..^1]);
        }
        else
        {
            Encoding.UTF8.GetBytes(text, output);
        }
    }

    private static int StringLength(ReadOnlySpan<byte> json)
    {
        var index = 1;
        while (json[index] != (byte)'"')
        {
            index += json[index] == (byte)'\\' ? 2 : 1;
        }

        return index + 1;
    }
}
