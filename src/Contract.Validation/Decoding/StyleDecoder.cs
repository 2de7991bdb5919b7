using System.Text;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>Reads a serialised value (OpenAPI 3.1, section 4.8.12.3 Style Values) and writes it as JSON, typed by its schema.</summary>
/// <remarks>
/// If a schema allows primitives and lists, text without a delimiter is a primitive. Empty text is an array with an empty string, or an
/// empty array if its elements cannot be empty strings. A label that is not exploded is divided at commas (OpenAPI 3.1.1) or, if it has
/// none, at dots (3.0 to 3.1.0).
/// </remarks>
internal sealed class StyleDecoder(string name, ParameterStyle style, bool explode, ValueShape shape, TextDecoding decoding)
{
    /// <summary>The expected form of text with invalid escapes.</summary>
    public const string WellFormed = "well-formed percent-encoding of UTF-8";

    /// <summary>Writes a value. Returns null, or the expected form of the text.</summary>
    public string? Decode(ReadOnlySpan<char> raw, ByteBuffer text, ByteBuffer json) => style switch
    {
        ParameterStyle.Label => raw.StartsWith(".")
            ? DecodeDivided(raw[1..], explode || !raw[1..].Contains(',') ? Delimiter.Dot : Delimiter.Comma, explode, text, json)
            : "a label, .value",
        ParameterStyle.Matrix => DecodeMatrix(raw, text, json),
        ParameterStyle.SpaceDelimited => DecodeDivided(raw, Delimiter.Space, false, text, json),
        ParameterStyle.PipeDelimited => DecodeDivided(raw, Delimiter.Pipe, false, text, json),
        ParameterStyle.Form => DecodeDivided(raw, Comma, false, text, json),
        _ => DecodeDivided(raw, Comma, explode, text, json),
    };

    /// <summary>Writes text that is an element or a primitive. Returns null, or the expected form of the text.</summary>
    public static string? DecodeText(ReadOnlySpan<char> raw, ValueShape shape, TextDecoding decoding, ByteBuffer text, ByteBuffer json)
    {
        var start = text.Length;
        if (!TryDecode(raw, decoding, text))
        {
            return WellFormed;
        }

        TypedText.Append(shape, text.Written[start..], json);
        text.Truncate(start);
        return null;
    }

    /// <summary>Appends the decoded text.</summary>
    public static bool TryDecode(ReadOnlySpan<char> raw, TextDecoding decoding, ByteBuffer text)
    {
        if (decoding != TextDecoding.None)
        {
            if (PercentDecoder.TryDecode(raw, decoding == TextDecoding.PercentAndPlus, text))
            {
                return true;
            }

            if (decoding != TextDecoding.PercentIfWellFormed)
            {
                return false;
            }
        }

        text.AppendUtf8(raw);
        return true;
    }

    /// <summary>The delimiter of lists. An encoded comma is data (RFC 6570), unless the elements cannot contain one.</summary>
    private Delimiter Comma =>
        decoding == TextDecoding.PercentAndPlus && !shape.HasTextElements() ? Delimiter.AnyComma : Delimiter.Comma;

    private string? DecodeDivided(ReadOnlySpan<char> raw, Delimiter delimiter, bool named, ByteBuffer text, ByteBuffer json) =>
        shape.Divide(delimiter.IsIn(raw)) switch
        {
            Container.Array => DecodeArray(raw, delimiter, text, json),
            Container.Object when named => DecodeNamed(raw, delimiter, text, json),
            Container.Object => DecodeAlternating(raw, delimiter, text, json),
            _ => DecodeText(raw, shape, decoding, text, json),
        };

    private string? DecodeMatrix(ReadOnlySpan<char> raw, ByteBuffer text, ByteBuffer json)
    {
        var expected = $";{name}=value";
        if (!raw.StartsWith(";"))
        {
            return expected;
        }

        raw = raw[1..];
        var container = shape.Divide(raw.ContainsAny(',', ';'));
        if (explode && container == Container.Object)
        {
            return DecodeNamed(raw, Delimiter.Semicolon, text, json);
        }

        if (explode && container == Container.Array)
        {
            return DecodeRepeated(raw, expected, text, json);
        }

        return TryStripName(raw, out var value) ? DecodeDivided(value, Delimiter.Comma, false, text, json) : expected;
    }

    /// <summary><c>color=blue;color=black</c></summary>
    private string? DecodeRepeated(ReadOnlySpan<char> raw, string expected, ByteBuffer text, ByteBuffer json)
    {
        json.Append((byte)'[');
        var (ended, index) = (false, 0);
        while (Delimiter.Semicolon.Next(ref raw, ref ended, out var piece))
        {
            if (!TryStripName(piece, out var value))
            {
                return expected;
            }

            if (AppendElement(value, index++, text, json) is { } fault)
            {
                return fault;
            }
        }

        json.Append((byte)']');
        return null;
    }

    /// <summary><c>name</c> or <c>name=value</c></summary>
    private bool TryStripName(ReadOnlySpan<char> raw, out ReadOnlySpan<char> value)
    {
        var equals = raw.IndexOf('=');
        value = equals < 0 ? default : raw[(equals + 1)..];
        return (equals < 0 ? raw : raw[..equals]).SequenceEqual(name);
    }

    /// <summary><c>blue,black,brown</c></summary>
    private string? DecodeArray(ReadOnlySpan<char> raw, Delimiter delimiter, ByteBuffer text, ByteBuffer json)
    {
        json.Append((byte)'[');
        var (ended, index) = (raw.IsEmpty && !shape.Item(0).AllowsAnyText, 0);
        while (delimiter.Next(ref raw, ref ended, out var piece))
        {
            if (AppendElement(piece, index++, text, json) is { } fault)
            {
                return fault;
            }
        }

        json.Append((byte)']');
        return null;
    }

    /// <summary><c>R,100,G,200</c></summary>
    private string? DecodeAlternating(ReadOnlySpan<char> raw, Delimiter delimiter, ByteBuffer text, ByteBuffer json)
    {
        json.Append((byte)'{');
        var (ended, first) = (raw.IsEmpty, true);
        while (delimiter.Next(ref raw, ref ended, out var key))
        {
            if (!delimiter.Next(ref raw, ref ended, out var value))
            {
                return "alternating names and values";
            }

            if (AppendMember(key, value, ref first, text, json) is { } fault)
            {
                return fault;
            }
        }

        json.Append((byte)'}');
        return null;
    }

    /// <summary><c>R=100,G=200</c></summary>
    private string? DecodeNamed(ReadOnlySpan<char> raw, Delimiter delimiter, ByteBuffer text, ByteBuffer json)
    {
        json.Append((byte)'{');
        var (ended, first) = (raw.IsEmpty, true);
        while (delimiter.Next(ref raw, ref ended, out var piece))
        {
            var equals = piece.IndexOf('=');
            if (equals < 0)
            {
                return "name=value pairs";
            }

            if (AppendMember(piece[..equals], piece[(equals + 1)..], ref first, text, json) is { } fault)
            {
                return fault;
            }
        }

        json.Append((byte)'}');
        return null;
    }

    private string? AppendElement(ReadOnlySpan<char> raw, int index, ByteBuffer text, ByteBuffer json)
    {
        if (index > 0)
        {
            json.Append((byte)',');
        }

        return DecodeText(Trim(raw), shape.Item(index), decoding, text, json);
    }

    private string? AppendMember(ReadOnlySpan<char> key, ReadOnlySpan<char> value, ref bool first, ByteBuffer text, ByteBuffer json)
    {
        if (!first)
        {
            json.Append((byte)',');
        }

        first = false;
        var start = text.Length;
        if (!TryDecode(Trim(key), decoding, text))
        {
            return WellFormed;
        }

        var member = Encoding.UTF8.GetString(text.Written[start..]);
        json.AppendString(text.Written[start..]);
        json.Append((byte)':');
        text.Truncate(start);
        return DecodeText(Trim(value), shape.Property(member), decoding, text, json);
    }

    /// <summary>Lists in headers may have white space around their commas (RFC 9110 section 5.6.1).</summary>
    private ReadOnlySpan<char> Trim(ReadOnlySpan<char> raw) => decoding == TextDecoding.None ? raw.Trim(" \t") : raw;
}
