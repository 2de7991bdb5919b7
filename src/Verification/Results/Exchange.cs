using SocialContract.Contract.Messages;

namespace SocialContract.Verification.Results;

/// <summary>One case as it was sent and answered.</summary>
/// <param name="Case">The case's stable id.</param>
/// <param name="Title">The case in words: <c>fb_token is a number</c>.</param>
/// <param name="Request">As sent, but for tokens and secrets; <see cref="ShownMessage"/> is its text.</param>
/// <param name="Response">Without secrets. Null where no answer came; <paramref name="Fault"/> says why then.</param>
/// <param name="Curl">A command line that repeats the request; tokens are shell variables.</param>
/// <param name="MockResponse">The mock's response to the same request; null where it was not asked.</param>
public sealed record Exchange(
    string Case,
    string Title,
    RequestMessage Request,
    ResponseMessage? Response,
    string? Fault,
    double Milliseconds,
    string Curl,
    ResponseMessage? MockResponse)
{
    /// <summary>The response's start line, as <see cref="ShownMessage.Start"/>; null where no answer came.</summary>
    internal string? Status => Response is { } response ? ShownMessage.StartOf(response) : null;
}
