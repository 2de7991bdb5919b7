using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.Verification.Results;

/// <summary>A case that was sent, and its response.</summary>
/// <param name="Case">The case's stable id.</param>
/// <param name="Title">The case in words: <c>fb_token is a number</c>.</param>
/// <param name="Request">As sent, but for tokens and secrets; <see cref="ShownMessage"/> is its text.</param>
/// <param name="Response">Without secrets. Null if there was none; then <paramref name="Fault"/> says why.</param>
/// <param name="Curl">A command line that repeats the request; tokens are shell variables.</param>
/// <param name="MockResponse">The mock's response to the same request; null if it was not sent to the mock.</param>
public sealed record RecordedCase(
    string Case,
    string Title,
    RequestMessage Request,
    ResponseMessage? Response,
    string? Fault,
    double Milliseconds,
    string Curl,
    ResponseMessage? MockResponse)
{
    /// <summary>Removes the secrets of the run and of this exchange from texts that quote it.</summary>
    internal Redactor Redactor { get; init; } = Redactor.WellKnown;

    /// <summary>The response's start line, as <see cref="ShownMessage.Start"/>; null if there was none.</summary>
    internal string? Status => Response is { } response ? ShownMessage.StartOf(response) : null;

    /// <summary>The exchange without secrets that the run learnt after it.</summary>
    /// <param name="redactor">Of the run.</param>
    internal RecordedCase Redacted(Redactor redactor) => ReferenceEquals(redactor, Redactor)
        ? this
        : this with
        {
            Request = redactor.WithoutCopies(Request),
            Response = Response is null ? null : redactor.WithoutCopies(Response),
            MockResponse = MockResponse is null ? null : redactor.WithoutCopies(MockResponse),
            Fault = Fault is null ? null : redactor.Text(Fault),
            Curl = redactor.Text(Curl),
        };
}
