using System.Collections.Frozen;

namespace SocialContract.Contract.Keywords;

/// <summary>The formats that validation checks.</summary>
internal static class AssertedFormats
{
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri",
        "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "json-pointer", "relative-json-pointer", "regex", "int32", "int64",
        "byte");
}
