using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Responding;

/// <summary>A response of the mock, before it is sent.</summary>
/// <param name="Message">The response to send; for HEAD with the body of the GET, which the server does not send.</param>
/// <param name="Origin">The producer, and the part of the document that it used.</param>
internal readonly record struct MockResponse(ResponseMessage Message, ExchangeOrigin Origin)
{
    /// <summary>The operation of the request; null if the document has none.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The rules that the request breaks.</summary>
    public IReadOnlyList<Violation> RequestViolations { get; init; } = [];

    /// <summary>The rules that the response breaks.</summary>
    public IReadOnlyList<Violation> ResponseViolations { get; init; } = [];

    /// <summary>The time to wait before it is sent.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether it takes the place of the fixed delay that the settings give to every response.</summary>
    public bool HasOwnFixedDelay { get; init; }

    /// <summary>Whether it takes the place of the random delay that the settings give to every response.</summary>
    public bool HasOwnRandomDelay { get; init; }

    /// <summary>What happens to the connection instead of sending it.</summary>
    public ConnectionFault Fault { get; init; }

    /// <summary>How slowly the body is sent; null: at once.</summary>
    public Dribble? Dribble { get; init; }

    /// <summary>Of a response that another server sent: what it holds until it is sent; else null.</summary>
    public RelayedBody? Relayed { get; init; }

    /// <summary>What happens once it was sent; null: nothing.</summary>
    public Action? Completed { get; init; }

    /// <summary>A copy with that header.</summary>
    public MockResponse With(string header, string value) => this with { Message = Message.With(Message.Headers.With(header, value)) };
}
