using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Proxying;

/// <summary>A server's response on its way to the client.</summary>
/// <param name="Sent">With the body as it came, and a redirect to the server led through the mock.</param>
/// <param name="Shown">The same with its body decoded; empty if it was not read or cannot be decoded.</param>
/// <param name="Unread">Why there is no body to be checked, as a clause; null if there is.</param>
/// <param name="IsUntrue">Whether that is because the body does not have the codings that its fields name.</param>
internal sealed record Relay(ResponseMessage Sent, ResponseMessage Shown, string? Unread, bool IsUntrue)
{
    /// <param name="limit">Of a decoded body, in bytes.</param>
    public static Relay Of(RequestMessage request, ForwardTarget target, ForwardResult.Received received, int limit)
    {
        var message = Relocated(received.Message, target, request.Headers["Host"]);
        var decoded = DecodedBody.Of(message.Headers, message.Body, limit);
        received.Body.Unread = received.Unread ?? decoded.Fault;
        if (decoded.Body.Equals(message.Body))
        {
            return new(message, message, received.Body.Unread, decoded.IsUntrue);
        }

        var shown = new ResponseMessage(message.Status, message.Headers, decoded.Body) { Reason = message.Reason };
        received.Body.Shown = shown;
        return new(message, shown, received.Body.Unread, decoded.IsUntrue);
    }

    /// <summary>
    /// For a recording: a redirect to the mock without the mock's address, which is another when the recording is replayed.
    /// </summary>
    public ResponseMessage Recorded(RequestMessage request) =>
        Shown.Headers["Location"] is { } location && request.Headers["Host"] is { } host
        && location.StartsWith($"http://{host}/", StringComparison.Ordinal)
            ? Shown.With(Shown.Headers.With("Location", location[$"http://{host}".Length..]))
            : Shown;

    /// <summary>What the header says of a response that was not checked.</summary>
    public static string Unchecked(string reason) => $";checked=?0;reason={FieldSyntax.StructuredString(reason)}";

    private static ResponseMessage Relocated(ResponseMessage message, ForwardTarget target, string? host)
    {
        if (message.Headers["Location"] is not { } location)
        {
            return message;
        }

        var relocated = target.Location(location, host);
        return relocated == location ? message : message.With(message.Headers.With("Location", relocated));
    }
}
