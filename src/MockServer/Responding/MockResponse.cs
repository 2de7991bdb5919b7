using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.MockServer.Responding;

/// <summary>What the mock responds, before anything of it is sent.</summary>
/// <param name="Message">The response as it goes out; for HEAD with the body that GET would get.</param>
/// <param name="Origin">Which producer made it, and of what.</param>
internal readonly record struct MockResponse(ResponseMessage Message, ExchangeOrigin Origin)
{
    /// <summary>Null where the document has none for the request.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The rules that the request breaks.</summary>
    public IReadOnlyList<Violation> RequestViolations { get; init; } = [];

    /// <summary>The rules that the response breaks.</summary>
    public IReadOnlyList<Violation> ResponseViolations { get; init; } = [];

    /// <summary>How long it is held back.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The same response with a header set.</summary>
    public MockResponse With(string header, string value) => this with { Message = Message.With(Message.Headers.With(header, value)) };
}
