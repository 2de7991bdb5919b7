using System.Collections.Frozen;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>
/// The properties that OpenAPI 3.2 adds to 3.1. A 3.2 document is read as 3.1 with one warning, not with one for each of these properties.
/// </summary>
internal static class OpenApi32
{
    public static FrozenSet<(string Object, string Property)> Additions { get; } = FrozenSet.Create<(string, string)>(
        null,
        ("OpenAPI Object", "$self"),
        ("Server Object", "name"),
        ("Components Object", "mediaTypes"),
        ("Path Item Object", "query"),
        ("Path Item Object", "additionalOperations"),
        ("Media Type Object", "itemSchema"),
        ("Media Type Object", "prefixEncoding"),
        ("Media Type Object", "itemEncoding"),
        ("Encoding Object", "encoding"),
        ("Encoding Object", "prefixEncoding"),
        ("Encoding Object", "itemEncoding"),
        ("Response Object", "summary"),
        ("Example Object", "dataValue"),
        ("Example Object", "serializedValue"),
        ("Tag Object", "summary"),
        ("Tag Object", "parent"),
        ("Tag Object", "kind"),
        ("Security Scheme Object", "deprecated"),
        ("Security Scheme Object", "oauth2MetadataUrl"),
        ("OAuth Flows Object", "deviceAuthorization"),
        ("OAuth Flow Object", "deviceAuthorizationUrl"));
}
