namespace SocialContract.Verification.Results;

/// <summary>A request or an answer as reports show it: shortened, secrets redacted.</summary>
/// <param name="Start">The start line: <c>POST /api/v3/instagram_accounts</c> or <c>422 Unprocessable Content</c>.</param>
/// <param name="Headers">In the order sent or received.</param>
/// <param name="Body">Text, shortened to a few KiB; a note in angle brackets where it is binary.</param>
public sealed record RecordedMessage(string Start, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body);
