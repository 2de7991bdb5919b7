namespace SocialContract.Verification.Results;

/// <summary>One case as it was sent and answered.</summary>
/// <param name="Case">The case's stable id.</param>
/// <param name="Title">The case in words: <c>fb_token is a number</c>.</param>
/// <param name="Response">Null where no answer came; <paramref name="Fault"/> says why then.</param>
/// <param name="Curl">A command line that repeats the request; tokens are shell variables.</param>
/// <param name="MockAnswer">What the mock answers to the same request; null where it was not asked.</param>
public sealed record Exchange(
    string Case,
    string Title,
    RecordedMessage Request,
    RecordedMessage? Response,
    string? Fault,
    double Milliseconds,
    string Curl,
    RecordedMessage? MockAnswer);
