namespace SocialContract.Verification.Planning;

/// <summary>A request as it goes out, placeholders in it.</summary>
internal sealed record WrittenRequest(string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte>? Body);
