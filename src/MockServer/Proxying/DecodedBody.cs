using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Proxying;

/// <summary>A message's body without its codings (RFC 9110, section 8.4), which is what the document describes.</summary>
/// <param name="Body">Empty if it cannot be decoded.</param>
/// <param name="Fault">Why it cannot be decoded, as a clause; null if it can.</param>
/// <param name="IsUntrue">Whether the fault is that the body does not have the codings that its fields name.</param>
internal readonly record struct DecodedBody(ReadOnlyMemory<byte> Body, string? Fault, bool IsUntrue = false)
{
    /// <param name="limit">Of the decoded body, in bytes.</param>
    public static DecodedBody Of(HeaderFields headers, ReadOnlyMemory<byte> body, int limit)
    {
        if (body.IsEmpty || headers["Content-Encoding"] is not { } codings)
        {
            return new(body, null);
        }

        var (decoded, fault) = ContentCodings.Decode(body.ToArray(), codings, limit);
        return fault is not null && !ContentCodings.Knows(codings)
                ? new(default, "its Content-Encoding is not one of gzip, deflate and br")
            : fault is not null ? new(default, "its bytes do not match its Content-Encoding", IsUntrue: true)
            : decoded.Length > limit ? new(default, $"it is larger than {limit} bytes when it is decoded")
            : new(decoded, null);
    }
}
