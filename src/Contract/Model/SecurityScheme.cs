using SocialContract.Contract.Documents;
using SocialContract.Contract.Provenances;

namespace SocialContract.Contract.Model;

/// <summary>OpenAPI 3.1, section 4.8.27.</summary>
public sealed class SecurityScheme
{
    /// <summary>The key under <c>components/securitySchemes</c>.</summary>
    public required string Name { get; init; }

    public required SecuritySchemeKind Kind { get; init; }

    /// <summary>Where requests carry the credential: header, query or cookie.</summary>
    public required ParameterLocation In { get; init; }

    /// <summary>
    /// The name of the header, query parameter or cookie; <c>Authorization</c> for the HTTP schemes, OAuth 2 and OpenID Connect.
    /// </summary>
    public required string ParameterName { get; init; }

    /// <summary>
    /// The word before the token, e.g. <c>Bearer</c> (of an HTTP scheme, or <c>x-scheme</c> of an API key); null if the value is the bare
    /// key.
    /// </summary>
    public string? Scheme { get; init; }

    /// <summary>The roles that callers may have (<c>x-roles</c>).</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    public required RuleSource Source { get; init; }

    public required DocumentNode Node { get; init; }
}
