using System.Collections.Frozen;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>
/// Headers that the HTTP layer sets or that are about the connection (RFC 9110, sections 6.6, 7.2, 7.6, 8.4, 8.6 and 10.1.1): a case cannot
/// choose their values, so a parameter of such a name is not written, and its rules are not broken.
/// </summary>
internal static class ConnectionHeaders
{
    private static readonly FrozenSet<string> Names = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Content-Encoding", "Content-Length", "Expect", "Host", "HTTP2-Settings", "Keep-Alive", "Proxy-Connection", "TE",
        "Trailer", "Transfer-Encoding", "Upgrade");

    private static readonly FrozenSet<string> Always =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "Connection", "Content-Length", "Host");

    /// <summary>Whether the HTTP layer decides about the header parameter.</summary>
    public static bool Include(Parameter parameter) => parameter.In == ParameterLocation.Header && Names.Contains(parameter.Name);

    /// <summary>Whether the place in a message is that of such a header.</summary>
    public static bool Include(string place) =>
        MessagePointer.Parse(place) is { Part: MessagePart.Header } header && Names.Contains(header.Name);

    /// <summary>Why no rule of the header at the place is broken.</summary>
    public static string Reason(string place) => $"the HTTP layer sets {MessagePointer.Parse(place).Name}, whatever a request asks for";

    /// <summary>Why the operation's requests cannot be sent; null where they can.</summary>
    public static string? FaultOf(Operation operation) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Required && Include(parameter) && !Always.Contains(parameter.Name))
            is { } required
            ? $"its requests need the header {required.Name}, which only the HTTP layer could send"
            : null;
}
