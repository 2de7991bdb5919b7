using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>An example of the document (OpenAPI 3.1, section 4.8.19), <c>$ref</c> followed.</summary>
public sealed class Example
{
    /// <summary>The key in <c>examples</c>; empty for a lone <c>example</c>.</summary>
    public required string Name { get; init; }

    public string? Summary { get; init; }

    /// <summary>The value; null if the document has only an <c>externalValue</c>.</summary>
    public DocumentNode? Value { get; init; }

    public string? ExternalValue { get; init; }

    /// <summary>The values that reflect the request (<c>x-echo</c>), in document order.</summary>
    public required IReadOnlyList<Echo> Echoes { get; init; }

    /// <summary>The states in which a provider gives this response (<c>x-provider-states</c>).</summary>
    public required IReadOnlyList<DocumentNode> ProviderStates { get; init; }

    /// <summary>The role of a caller who gets this response (<c>x-role</c>).</summary>
    public string? Role { get; init; }

    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }
}
