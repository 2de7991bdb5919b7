namespace SocialContract.Contract.Generation.Requests;

/// <summary>A request that the document accepts, made from its examples where it has some.</summary>
/// <param name="Target">Path and query, percent-encoded: <c>/api/v3/instagram_accounts/1</c>.</param>
/// <param name="Headers">In document order, the content type last; credentials hold the placeholder they were made with.</param>
/// <param name="Body">Null where the operation takes none.</param>
public sealed record SampleRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body);
