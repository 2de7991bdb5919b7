namespace SocialContract.Contract.Generation.Examples.Templates;

/// <summary>What the body of a response was made from.</summary>
public enum ResponseOriginKind
{
    /// <summary>The response has no body.</summary>
    None,

    /// <summary>An example of the media type, with the values that it echoes.</summary>
    Example,

    /// <summary>The schema's own example.</summary>
    SchemaExample,

    /// <summary>The schema's default.</summary>
    SchemaDefault,

    /// <summary>Data generated from the schema.</summary>
    Generated,

    /// <summary>The violations of the request.</summary>
    Violations,
}
