using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Model;

/// <summary>A parameter of an operation (OpenAPI 3.1, section 4.8.12), path-level ones included, <c>$ref</c> followed. Also a header of a response (4.8.21).</summary>
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

    /// <summary>Null where <see cref="Content"/> describes the value, or where the document gives neither.</summary>
    public SchemaReference? Schema { get; init; }

    /// <summary>The one media type of a parameter described by <c>content</c>.</summary>
    public MediaType? Content { get; init; }

    public required IReadOnlyList<Example> Examples { get; init; }

    /// <summary>The documentation's own name (<c>x-documented-name</c>).</summary>
    public string? DocumentedName { get; init; }

    /// <summary>The documentation's own sentence (<c>x-sentence</c>).</summary>
    public string? Sentence { get; init; }

    public required RuleSource Source { get; init; }

    /// <summary>The Parameter Object itself, behind any <c>$ref</c>.</summary>
    public required DocumentNode Node { get; init; }

    /// <summary>Whether OpenAPI leaves the header to other parts of the description: <c>Accept</c>, <c>Content-Type</c> and <c>Authorization</c> (section 4.8.12.1).</summary>
    public bool IsIgnored =>
        In == ParameterLocation.Header
        && (Name.Equals("Accept", StringComparison.OrdinalIgnoreCase)
            || Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)
            || Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
}
