namespace SocialContract.Contract.Messages;

/// <summary>An HTTP request of a server, a client, a recording or a test.</summary>
/// <remarks>
/// A server's request is a view of its buffers, which the server reuses; <see cref="Detach"/> makes a copy that can be stored.
/// </remarks>
public sealed class RequestMessage
{
    private string? _path;
    private string? _query;

    /// <param name="method">Upper case.</param>
    /// <param name="target">The request target as sent (RFC 9112, section 3.2), still percent-encoded: <c>/pets?limit=5</c>.</param>
    /// <param name="body">Empty if there is none.</param>
    public RequestMessage(string method, string target, HeaderFields? headers = null, ReadOnlyMemory<byte> body = default)
    {
        Method = method;
        Target = target;
        Headers = headers ?? HeaderFields.Empty;
        Body = body;
    }

    /// <summary>Upper case.</summary>
    public string Method { get; }

    /// <summary>As sent, still percent-encoded: path and query, an absolute URL, or <c>*</c>.</summary>
    public string Target { get; }

    /// <summary>The target's path, still percent-encoded; <c>*</c> for the asterisk form.</summary>
    public string Path => _path ??= RequestTarget.Path(Target);

    /// <summary>The target's query without its question mark, still percent-encoded; empty if there is none.</summary>
    public string Query => _query ??= RequestTarget.Query(Target);

    /// <summary><c>http</c> or <c>https</c>: the scheme of the request's absolute URL.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The absolute URL as the client sent it.</summary>
    public string Url => Target.StartsWith('/') ? $"{Scheme}://{Headers["Host"]}{Target}" : Target;

    public HeaderFields Headers { get; }

    public HeaderFields Trailers { get; init; } = HeaderFields.Empty;

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A copy that stays valid when the server reuses its buffers.</summary>
    public RequestMessage Detach() =>
        new(Method, Target, Headers.Detach(), Body.ToArray()) { Scheme = Scheme, Trailers = Trailers.Detach() };

    public override string ToString() => $"{Method} {Target}";
}
