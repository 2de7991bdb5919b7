using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Formats;

/// <summary>The formats that can be asserted: those of JSON Schema validation 7.3 and of the OpenAPI format registry.</summary>
internal static class StandardFormats
{
    private static readonly FrozenDictionary<string, Format> All = new Dictionary<string, Format>
    {
        ["date-time"] = Text("a date-time of RFC 3339 such as 2024-06-21T06:41:04.966Z", DateTimeFormats.IsDateTime),
        ["date"] = Text("a date of RFC 3339 such as 2024-06-21", DateTimeFormats.IsDate),
        ["time"] = Text("a time of RFC 3339 such as 06:41:04Z", DateTimeFormats.IsTime),
        ["duration"] = Text("a duration of ISO 8601 such as P1DT12H", DurationFormat.IsDuration),
        ["email"] = Text("an e-mail address (RFC 5321)", EmailFormats.IsEmail),
        ["idn-email"] = Text("an e-mail address (RFC 6531)", EmailFormats.IsIdnEmail),
        ["hostname"] = Text("a host name (RFC 1123)", HostnameFormats.IsHostname),
        ["idn-hostname"] = Text("a host name (RFC 5890)", HostnameFormats.IsIdnHostname),
        ["ipv4"] = Text("an IPv4 address (RFC 2673)", IpFormats.IsIpv4),
        ["ipv6"] = Text("an IPv6 address (RFC 4291)", IpFormats.IsIpv6),
        ["uri"] = Text("a URI (RFC 3986)", UriFormats.IsUri),
        ["uri-reference"] = Text("a URI reference (RFC 3986)", UriFormats.IsUriReference),
        ["iri"] = Text("an IRI (RFC 3987)", UriFormats.IsIri),
        ["iri-reference"] = Text("an IRI reference (RFC 3987)", UriFormats.IsIriReference),
        ["uri-template"] = Text("a URI template (RFC 6570)", UriTemplateFormat.IsUriTemplate),
        ["uuid"] = Text("a UUID (RFC 4122)", IsUuid),
        ["json-pointer"] = Text("a JSON pointer (RFC 6901)", PointerFormats.IsPointer),
        ["relative-json-pointer"] = Text("a relative JSON pointer", PointerFormats.IsRelativePointer),
        ["regex"] = Text("a regular expression of ECMA-262", IsRegex),
        ["byte"] = Text("base64 (RFC 4648 section 4)", IsBase64),
        ["int32"] = Number("a signed integer of 32 bits", NumberFormats.IsInt32),
        ["int64"] = Number("a signed integer of 64 bits", NumberFormats.IsInt64),
        ["float"] = Number("a number in the range of single precision", NumberFormats.IsFloat),
        ["double"] = Number("a number in the range of double precision", NumberFormats.IsDouble),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all formats.</summary>
    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The format of that name; null for an unknown one, which every value has (validation 7.2.3).</summary>
    public static Format? Find(string name) => All.GetValueOrDefault(name);

    private static Format Text(string expected, Format.Test test) => new(expected, Kinds.String, test);

    private static Format Number(string expected, Format.Test test) => new(expected, Kinds.Number, test);

    /// <summary>RFC 4122 section 3: 8-4-4-4-12 hexadecimal digits of either case.</summary>
    private static bool IsUuid(ReadOnlySpan<byte> text) =>
        text.Length == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-'
        && Characters.AreHex(text[..8]) && Characters.AreHex(text[9..13]) && Characters.AreHex(text[14..18])
        && Characters.AreHex(text[19..23]) && Characters.AreHex(text[24..]);

    /// <summary>ECMA-262 section 22.2.1 with the <c>u</c> flag.</summary>
    private static bool IsRegex(ReadOnlySpan<byte> text) => EcmaPattern.TryParse(Encoding.UTF8.GetString(text), out _, out _);

    /// <summary>OpenAPI's <c>byte</c>: base64 with padding and without white space (RFC 4648 section 4).</summary>
    private static bool IsBase64(ReadOnlySpan<byte> text) => text.IndexOfAny(" \t\r\n"u8) < 0 && Base64.IsValid(text);
}
