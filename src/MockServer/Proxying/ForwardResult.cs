using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Proxying;

/// <summary>The result of forwarding a request.</summary>
internal abstract record ForwardResult
{
    private ForwardResult()
    {
    }

    /// <summary>The server responded.</summary>
    /// <param name="Message">With end-to-end fields only. Its body is empty if <paramref name="Body"/> has a rest.</param>
    /// <param name="Unread">Why the body was not read before it is sent, as a clause; null if it was.</param>
    internal sealed record Received(ResponseMessage Message, RelayedBody Body, string? Unread) : ForwardResult;

    /// <summary>The server did not begin a response.</summary>
    /// <param name="Reason">A clause: <c>the connection is refused</c>.</param>
    internal sealed record Down(string Reason, bool IsTimeout) : ForwardResult;

    /// <summary>The server began a response and did not end it.</summary>
    /// <param name="Reason">A clause.</param>
    internal sealed record BrokenOff(string Reason, bool IsTimeout) : ForwardResult;

    /// <summary>The request was forwarded by this mock before: the server is the mock itself, or leads to it.</summary>
    internal sealed record Loop : ForwardResult;
}
