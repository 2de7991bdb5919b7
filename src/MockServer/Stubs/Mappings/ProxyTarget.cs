namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>The server that a stub forwards requests to.</summary>
/// <param name="BaseUrl">Its absolute URL, or a template of it.</param>
/// <param name="PrefixToRemove">The beginning of the path that is not forwarded; null: the whole path is.</param>
/// <param name="AddedHeaders">Fields of the forwarded request.</param>
/// <param name="RemovedHeaders">Names of fields that are not forwarded.</param>
internal sealed record ProxyTarget(
    string BaseUrl,
    string? PrefixToRemove,
    IReadOnlyList<KeyValuePair<string, string>> AddedHeaders,
    IReadOnlyList<string> RemovedHeaders);
