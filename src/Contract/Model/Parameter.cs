using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>
/// A parameter of an operation (OpenAPI 3.1, section 4.8.12), or of its path item, <c>$ref</c> followed. Also a header of a response
/// (4.8.21).
/// </summary>
public sealed class Parameter
{
    public required string Name { get; init; }

    public required ParameterLocation In { get; init; }

    /// <summary>Always true for path parameters.</summary>
    public required bool Required { get; init; }

    public required ParameterStyle Style { get; init; }

    public required bool Explode { get; init; }

    public bool AllowReserved { get; init; }

    public bool AllowEmptyValue { get; init; }

    public bool Deprecated { get; init; }

    /// <summary>Null if <see cref="Content"/> describes the value, or if the document has neither.</summary>
    public SchemaReference? Schema { get; init; }

    /// <summary>The media type of a parameter that <c>content</c> describes.</summary>
    public MediaType? Content { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>The documentation's name for it (<c>x-documented-name</c>).</summary>
    public string? DocumentedName { get; init; }

    /// <summary>The documentation's sentence about it (<c>x-sentence</c>).</summary>
    public string? Sentence { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>The Parameter Object, <c>$ref</c> followed.</summary>
    public required DocumentNode Node { get; init; }

    /// <summary>
    /// Whether OpenAPI ignores this header parameter because other parts of the description define it: <c>Accept</c>, <c>Content-Type</c>
    /// and <c>Authorization</c> (section 4.8.12.1).
    /// </summary>
    public bool IsIgnored =>
        In == ParameterLocation.Header
        && (Name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
}
