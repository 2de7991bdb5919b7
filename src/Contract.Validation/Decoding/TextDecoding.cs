namespace SocialContract.Contract.Validation.Decoding;

/// <summary>How the characters of a carrier stand for text.</summary>
internal enum TextDecoding
{
    /// <summary>Headers: as they are (OpenAPI 3.1.1, appendix D).</summary>
    None,

    /// <summary>Paths: percent-encoded.</summary>
    Percent,

    /// <summary>Queries and form bodies: percent-encoded, with the plus sign for a space.</summary>
    PercentAndPlus,

    /// <summary>Cookies: percent-encoded where that makes sense, else as they are; RFC 6265 knows no encoding.</summary>
    PercentIfWellFormed,
}
