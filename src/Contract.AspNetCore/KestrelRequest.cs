using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore;

/// <summary>A Kestrel request as the validators see it.</summary>
public sealed class KestrelRequest(HttpRequest request, ReadOnlyMemory<byte> body) : RequestMessage
{
    public override string Method => request.Method;

    public override string QueryString => request.QueryString.Value ?? "";

    public override ReadOnlyMemory<byte> Body => body;

    public override string? Header(string name) =>
        request.Headers.TryGetValue(name, out StringValues value) ? value.Count == 1 ? value[0] : string.Join(", ", (IEnumerable<string?>)value) : null;
}
