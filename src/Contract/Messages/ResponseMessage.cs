namespace SocialContract.Contract.Messages;

/// <summary>An HTTP response, whatever brings it: the mock before it sends it, a client, a recording, a test.</summary>
public sealed class ResponseMessage
{
    private Extras? _extras;

    /// <param name="body">Empty where there is none.</param>
    public ResponseMessage(int status, HeaderFields? headers = null, ReadOnlyMemory<byte> body = default)
    {
        Status = status;
        Headers = headers ?? HeaderFields.Empty;
        Body = body;
    }

    public int Status { get; }

    /// <summary>The reason phrase as received; null where it is left to the server, or where there was none.</summary>
    public string? Reason
    {
        get => _extras?.Reason;
        init => _extras = value is null ? _extras : new Extras(value, Trailers);
    }

    public HeaderFields Headers { get; }

    public HeaderFields Trailers
    {
        get => _extras?.Trailers ?? HeaderFields.Empty;
        init => _extras = value.Count == 0 ? _extras : new Extras(Reason, value);
    }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The same response with other headers.</summary>
    public ResponseMessage With(HeaderFields headers) => new(Status, headers, Body) { Reason = Reason, Trailers = Trailers };

    /// <summary>A copy that stays as it is when the buffers that this one shows are used again.</summary>
    public ResponseMessage Detach() => new(Status, Headers.Detach(), Body.ToArray()) { Reason = Reason, Trailers = Trailers.Detach() };

    public override string ToString() => $"{Status}";

    /// <summary>What few responses have: most messages of a server are small, and there are many.</summary>
    private sealed record Extras(string? Reason, HeaderFields Trailers);
}
