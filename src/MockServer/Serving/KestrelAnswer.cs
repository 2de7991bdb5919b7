using Microsoft.Extensions.Primitives;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Serving;

/// <summary>An answer that is ready to be sent, as the validators see it.</summary>
internal sealed class KestrelAnswer(int status, string? contentType, KeyValuePair<string, StringValues>[] headers, ReadOnlyMemory<byte> body) : ResponseMessage
{
    public override int Status => status;

    public override ReadOnlyMemory<byte> Body => body;

    public override string? Header(string name)
    {
        if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase))
        {
            return contentType;
        }

        foreach (var (key, value) in headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
