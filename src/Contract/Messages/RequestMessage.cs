namespace SocialContract.Contract.Messages;

/// <summary>An HTTP request of a server, a client, a recording or a test.</summary>
/// <remarks>
/// A server's request is a view of its buffers, which the server reuses; <see cref="Detach"/> makes a copy that can be stored.
/// </remarks>
public sealed class RequestMessage
{
    private Extras? _extras;

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
    public string Path => TargetParts.OfRequest(Target).Path;

    /// <summary>The target's query without its question mark, still percent-encoded; empty if there is none.</summary>
    public string Query => TargetParts.OfRequest(Target).Query;

    /// <summary><c>http</c> or <c>https</c>: the scheme of the request's absolute URL.</summary>
    public string Scheme
    {
        get => _extras?.Scheme ?? "http";
        init => _extras = value == Scheme ? _extras : new Extras(value, Trailers);
    }

    /// <summary>The absolute URL as the client sent it.</summary>
    public string Url => Target.StartsWith('/') ? $"{Scheme}://{Headers["Host"]}{Target}" : Target;

    public HeaderFields Headers { get; }

    public HeaderFields Trailers
    {
        get => _extras?.Trailers ?? HeaderFields.Empty;
        init => _extras = value.Count == 0 ? _extras : new Extras(Scheme, value);
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>A copy that stays valid when the server reuses its buffers.</summary>
    public RequestMessage Detach() =>
        new(Method, Target, Headers.Detach(), Body.ToArray()) { Scheme = Scheme, Trailers = Trailers.Detach() };

    public override string ToString() => $"{Method} {Target}";

    /// <summary>The parts that few requests have, kept apart so that the others take less memory.</summary>
    private sealed record Extras(string Scheme, HeaderFields Trailers);
}
