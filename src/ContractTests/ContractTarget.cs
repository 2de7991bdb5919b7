namespace SocialContract.ContractTests;

/// <summary>A server to test, and how to call it.</summary>
/// <param name="Url">The base URL; operations' paths are appended.</param>
public sealed record ContractTarget(Uri Url)
{
    /// <summary>The token of callers of no particular role; null: the first of <see cref="RoleTokens"/>, or none is needed.</summary>
    public string? Token { get; init; }

    /// <summary>Tokens by role, e.g. <c>admin</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RoleTokens { get; init; } = [];

    /// <summary>Where the server is put into states; null: it offers no way, and rules that need one are not exercised.</summary>
    public Uri? ProviderStatesUrl { get; init; }
}
