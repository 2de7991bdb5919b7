using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Exchanges;

/// <summary>A request, the response to it, and what the contract says of both.</summary>
/// <remarks>A struct, so that a server takes no memory to hand it to its sinks.</remarks>
public readonly record struct Exchange
{
    public required RequestMessage Request { get; init; }

    /// <summary>Null where none came, or where the client did not wait for it.</summary>
    public ResponseMessage? Response { get; init; }

    /// <summary>The operation that the request is of; null where the document has none.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The rules that the request breaks.</summary>
    public required IReadOnlyList<Violation> RequestViolations { get; init; }

    /// <summary>The rules that the response breaks.</summary>
    public required IReadOnlyList<Violation> ResponseViolations { get; init; }

    /// <summary>Where the response comes from.</summary>
    public required ExchangeOrigin Origin { get; init; }

    /// <summary>When the request's headers had arrived, or when it was sent.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>Until the last byte of the response was handed over, or had arrived.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>A copy without secrets that stays as it is when the server that showed this one has gone on.</summary>
    public Exchange Redacted(Redactor redactor) =>
        (this with { Request = redactor.Request(Request), Response = Response is null ? null : redactor.Response(Response) }).Detach();

    /// <summary>A copy that stays as it is when the server that showed this one has gone on.</summary>
    public Exchange Detach() => this with { Request = Request.Detach(), Response = Response?.Detach() };
}
