namespace SocialContract.Contract.Rules;

/// <summary>What a violation is about, in the order in which a server looks.</summary>
public enum ViolationKind
{
    /// <summary>No credentials, or malformed ones.</summary>
    Security,

    /// <summary>A media type that the operation does not take (or a response's that it does not describe).</summary>
    ContentType,

    /// <summary>The body is not what its content type says: JSON or form that cannot be read.</summary>
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
