namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>What an answer's body is made of.</summary>
public enum ResponseOriginKind
{
    /// <summary>Nothing: the response has none.</summary>
    None,

    /// <summary>An example of the media type, with what it echoes.</summary>
    Example,

    /// <summary>The schema's own example.</summary>
    SchemaExample,

    /// <summary>The schema's default.</summary>
    SchemaDefault,

    /// <summary>Made from the schema.</summary>
    Generated,

    /// <summary>Made from what the request did wrong.</summary>
    Violations,
}
