using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>One entry of a <c>content</c> map (OpenAPI 3.1, section 4.8.14).</summary>
public sealed class MediaType
{
    /// <summary>
    /// The key as written: a media type or range, e.g. <c>application/json</c>, <c>image/*</c>, with parameters if the document gives them.
    /// </summary>
    public required string Name { get; init; }

    public SchemaReference? Schema { get; init; }

    /// <summary>
    /// In document order. A single <c>example</c> has an empty name. The <c>examples</c> of 3.1 schemas are not included.
    /// </summary>
    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>By property name; for form bodies (section 4.8.15).</summary>
    public required IReadOnlyDictionary<string, MediaTypeEncoding> Encodings { get; init; }

    /// <summary>
    /// Whether the body of a refusal is made from the request's violations: each documented name with its sentences (<c>x-violations:
    /// name-to-sentences</c>).
    /// </summary>
    public bool NamesViolations { get; init; }

    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }
}
