namespace SocialContract.JsonSchema.Instances;

/// <summary>The reason why a text is not acceptable JSON.</summary>
public enum JsonFaultKind
{
    None,

    /// <summary>It does not follow RFC 8259's grammar.</summary>
    Syntax,

    /// <summary>It nests deeper than <see cref="JsonLimits.MaxDepth"/>.</summary>
    Depth,

    /// <summary>It is longer than <see cref="JsonLimits.MaxBytes"/>.</summary>
    Size,

    /// <summary>Its bytes are not well-formed UTF-8 (RFC 3629).</summary>
    Utf8,

    /// <summary>A <c>\u</c> escape is half of a surrogate pair without the other half (RFC 8259 section 8.2).</summary>
    LoneSurrogate,

    /// <summary>An object has two members of one name, and the limits do not allow that.</summary>
    DuplicateName,

    /// <summary>A number's exponent has more than 18 digits, so that it could not be compared exactly.</summary>
    Number,
}
