namespace SocialContract.Contract.Validation.Decoding;

/// <summary>How text is encoded in a part of a message.</summary>
internal enum TextDecoding
{
    /// <summary>Headers: not encoded (OpenAPI 3.1.1, appendix D).</summary>
    None,

    /// <summary>Paths: percent-encoded.</summary>
    Percent,

    /// <summary>Queries and form bodies: percent-encoded, with a plus sign for a space.</summary>
    PercentAndPlus,

    /// <summary>Cookies: percent-encoded if the escapes are valid, else not encoded; RFC 6265 defines no encoding.</summary>
    PercentIfWellFormed,
}
