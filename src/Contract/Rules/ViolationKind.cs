namespace SocialContract.Contract.Rules;

/// <summary>The stage of validation that finds a violation, in the order of the stages.</summary>
public enum ViolationKind
{
    /// <summary>No credentials, or malformed ones.</summary>
    Security,

    /// <summary>A media type that the operation does not accept, or that it does not describe for a response.</summary>
    ContentType,

    /// <summary>A body that cannot be parsed as its media type.</summary>
    Syntax,

    /// <summary>A path, query, header or cookie parameter.</summary>
    Parameter,

    /// <summary>The body's content.</summary>
    Body,

    /// <summary>A response's status.</summary>
    Status,

    /// <summary>A response's header.</summary>
    Header,
}
