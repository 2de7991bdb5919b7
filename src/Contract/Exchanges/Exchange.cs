using System.Net;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Secrets;

namespace SocialContract.Contract.Exchanges;

/// <summary>A request, the response to it, and the violations of both.</summary>
/// <remarks>A struct, so that a server takes no memory to hand it to its sinks.</remarks>
public readonly record struct Exchange
{
    public required RequestMessage Request { get; init; }

    /// <summary>Null if there was none, or if the client did not wait for it.</summary>
    public ResponseMessage? Response { get; init; }

    /// <summary>The operation of the request; null if the document has none.</summary>
    public Operation? Operation { get; init; }

    /// <summary>The rules that the request breaks.</summary>
    public required IReadOnlyList<Violation> RequestViolations { get; init; }

    /// <summary>The rules that the response breaks.</summary>
    public required IReadOnlyList<Violation> ResponseViolations { get; init; }

    /// <summary>The origin of the response.</summary>
    public required ExchangeOrigin Origin { get; init; }

    /// <summary>The time at which the request's headers arrived, or at which it was sent.</summary>
    public DateTimeOffset Started { get; init; }

    /// <summary>The time until the last byte of the response was sent, or arrived.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The time for which a server held the response back on purpose, a part of <see cref="Elapsed"/>.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The address from which the request came; null if it is not known.</summary>
    public IPAddress? ClientAddress { get; init; }

    /// <summary>The version of HTTP in which the request was sent, e.g. <c>HTTP/1.1</c>; null if it is not known.</summary>
    public string? Protocol { get; init; }

    /// <summary>A copy without secrets that stays valid when the server reuses its buffers.</summary>
    public Exchange Redacted(Redactor redactor)
    {
        var known = redactor.Knowing(Request);
        return (this with
        {
            Request = known.Request(Request),
            Response = Response is null ? null : known.Response(Response, Operation),
            RequestViolations = [.. RequestViolations.Select(known.Violation)],
            ResponseViolations = [.. ResponseViolations.Select(known.Violation)],
            Origin = Origin with { Label = known.Text(Origin.Label) },
        }).Detach();
    }

    /// <summary>A copy that stays valid when the server reuses its buffers.</summary>
    public Exchange Detach() => this with { Request = Request.Detach(), Response = Response?.Detach() };
}
