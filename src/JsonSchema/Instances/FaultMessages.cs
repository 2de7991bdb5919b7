using System.Text;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Describes what is wrong with a text at an offset.</summary>
internal static class FaultMessages
{
    private const int MaxNameLength = 60;

    public static JsonFault At(ReadOnlySpan<byte> text, int offset, JsonFaultKind kind, JsonLimits limits)
    {
        var (line, column) = Lines.At(text, offset);
        return new(kind, offset, line, column, Describe(text, offset, kind, limits));
    }

    private static string Describe(ReadOnlySpan<byte> text, int offset, JsonFaultKind kind, JsonLimits limits) => kind switch
    {
        JsonFaultKind.Depth => $"Expected at most {limits.MaxDepth} nested arrays and objects, found another one inside them.",
        JsonFaultKind.Size => $"Expected at most {limits.MaxBytes} bytes, found {text.Length}.",
        JsonFaultKind.Utf8 => "Expected UTF-8, found a byte sequence that is not well-formed.",
        JsonFaultKind.LoneSurrogate => @"Expected a \u escape of a character, found half of a surrogate pair without the other half.",
        JsonFaultKind.DuplicateName => $"Expected each member's name once, found {Name(text[offset..])} a second time in one object.",
        JsonFaultKind.Number => "Expected an exponent of at most 18 digits, found a longer one.",
        _ when text.StartsWith("\uFEFF"u8) => "Expected JSON, found a byte order mark before it.",
        _ when offset >= text.Length => "Expected more JSON, found the end of the text.",
        _ => $"Expected JSON (RFC 8259), found {Character(text[offset])}.",
    };

    private static string Name(ReadOnlySpan<byte> text)
    {
        var end = 1;
        while (text[end] != '"')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        return $"\"{ShortText.To(Encoding.UTF8.GetString(text[1..end]), MaxNameLength)}\"";
    }

    private static string Character(byte value) =>
        value is > 0x20 and < 0x7F ? $"'{(char)value}'" : $"the byte 0x{value:X2}";
}
