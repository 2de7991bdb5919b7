using SocialContract.JsonSchema.Dialects;

namespace SocialContract.JsonSchema.Compilation;

/// <summary>A schema with its own base URI, and the anchors in it (JSON Schema core 4.3.5).</summary>
/// <param name="document">The document that has the schema.</param>
/// <param name="pointer">Pointer from the document's root to the schema.</param>
/// <param name="baseUri">Absolute, without a fragment.</param>
/// <param name="dialect">The dialect that the schema is written in.</param>
internal sealed class SchemaResource(SchemaDocument document, string pointer, string baseUri, Dialect dialect)
{
    public SchemaDocument Document { get; } = document;

    public string Pointer { get; } = pointer;

    public string BaseUri { get; } = baseUri;

    public Dialect Dialect { get; } = dialect;

    /// <summary>
    /// Why its schemas cannot be read: the text is faulty, or <c>$schema</c> names a dialect that is not supported. Null where they can.
    /// </summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Plain-name fragments, each with its pointer from the document's root.</summary>
    public Dictionary<string, string> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The anchors that <c>$dynamicRef</c> may find in the dynamic scope.</summary>
    public Dictionary<string, string> DynamicAnchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether <c>$recursiveAnchor</c> (2019-09) is true at its root.</summary>
    public bool IsRecursive { get; set; }
}

/// <summary>Why the schemas of a resource cannot be read.</summary>
/// <param name="Keyword">The name of the keyword at fault; empty where the text itself is.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
internal sealed record Refusal(string Keyword, string Message);
