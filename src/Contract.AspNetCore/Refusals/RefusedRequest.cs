using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>A request that the web server refused before the application saw it: bytes that are not HTTP, or over a limit.</summary>
/// <param name="Request">As far as it was read, secrets included; where the request line was not, method and target are <c>-</c>.</param>
/// <param name="Reason">What is wrong with it, without anything of the request: <c>Malformed request: invalid headers</c>.</param>
/// <param name="Response">
/// What was sent, e.g. 400, 408, 414, 431 or 505 with problem details; null if the client got no HTTP/1.1 response. To a client that speaks
/// HTTP/2 Kestrel sends a frame of that protocol.
/// </param>
/// <param name="Started">The time at which the request was refused.</param>
/// <param name="Elapsed">The time until the response was sent.</param>
public sealed record RefusedRequest(
    RequestMessage Request, string Reason, ResponseMessage? Response, DateTimeOffset Started, TimeSpan Elapsed);
