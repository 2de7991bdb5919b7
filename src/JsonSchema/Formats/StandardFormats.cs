using System.Collections.Frozen;

namespace SocialContract.JsonSchema.Formats;

/// <summary>The formats that are asserted: JSON Schema validation 7.3 and the OpenAPI format registry's.</summary>
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
        ["uuid"] = Text("a UUID (RFC 4122)", UuidFormat.IsUuid),
        ["json-pointer"] = Text("a JSON pointer (RFC 6901)", PointerFormats.IsPointer),
        ["relative-json-pointer"] = Text("a relative JSON pointer", PointerFormats.IsRelativePointer),
        ["regex"] = Text("a regular expression of ECMA-262", RegexFormat.IsRegex),
        ["byte"] = Text("base64 (RFC 4648 section 4)", Base64Format.IsBase64),
        ["binary"] = Text("bytes", _ => true),
        ["password"] = Text("a password", _ => true),
        ["int32"] = Number("a signed integer of 32 bits", NumberFormats.IsInt32),
        ["int64"] = Number("a signed integer of 64 bits", NumberFormats.IsInt64),
        ["float"] = Number("a number in the range of single precision", NumberFormats.IsFloat),
        ["double"] = Number("a number in the range of double precision", NumberFormats.IsDouble),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for an unknown format, which every value has (validation 7.2.3).</summary>
    public static Format? Find(string name) => All.GetValueOrDefault(name);

    private static Format.OfStrings Text(string expected, Format.TextTest test) => new(expected, test);

    private static Format.OfNumbers Number(string expected, Format.TextTest test) => new(expected, test);
}
