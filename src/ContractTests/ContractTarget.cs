namespace SocialContract.ContractTests;

/// <summary>A server to test, and how to call it.</summary>
/// <param name="Url">The base URL; operations' paths are appended.</param>
public sealed record ContractTarget(Uri Url)
{
    /// <summary>The token for requests that need no particular role; null: the first of <see cref="RoleTokens"/>, if any.</summary>
    public string? Token { get; init; }

    /// <summary>Tokens by role, e.g. <c>admin</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RoleTokens { get; init; } = [];

    /// <summary>The URL that puts the server into provider states; null: checks that need a state are not exercised.</summary>
    public Uri? ProviderStatesUrl { get; init; }
}
