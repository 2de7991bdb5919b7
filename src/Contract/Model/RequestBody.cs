using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>OpenAPI 3.1, section 4.8.13, <c>$ref</c> followed.</summary>
public sealed class RequestBody
{
    public required bool Required { get; init; }

    /// <summary>In document order.</summary>
    public required IReadOnlyList<MediaType> Content { get; init; }

    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }
}
