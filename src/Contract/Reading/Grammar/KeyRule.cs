namespace SocialContract.Contract.Reading.Grammar;

/// <summary>What the keys of a map have to look like.</summary>
internal enum KeyRule
{
    Free,

    /// <summary><c>^[a-zA-Z0-9._-]+$</c> (OpenAPI 3.1, section 4.8.7.1). Each entry is a unit of its own.</summary>
    Component,

    /// <summary>A media type or a media type range (RFC 7231, appendix D).</summary>
    MediaType,

    /// <summary>A path template that begins with a slash (section 4.8.8).</summary>
    Path,

    /// <summary>A status, a range of them, or <c>default</c> (section 4.8.16).</summary>
    Status,

    /// <summary>The name of a security scheme of the description (section 4.8.30).</summary>
    SecurityScheme,
}
