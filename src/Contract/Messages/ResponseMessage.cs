namespace SocialContract.Contract.Messages;

/// <summary>An HTTP response of the mock, a client, a recording or a test.</summary>
public sealed class ResponseMessage
{
    private Extras? _extras;

    /// <param name="body">Empty if there is none.</param>
    public ResponseMessage(int status, HeaderFields? headers = null, ReadOnlyMemory<byte> body = default)
    {
        Status = status;
        Headers = headers ?? HeaderFields.Empty;
        Body = body;
    }

    public int Status { get; }

    /// <summary>The reason phrase as received; null if the server chooses it, or if there was none.</summary>
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

    /// <summary>A copy that stays valid when the buffers are reused.</summary>
    public ResponseMessage Detach() => new(Status, Headers.Detach(), Body.ToArray()) { Reason = Reason, Trailers = Trailers.Detach() };

    public override string ToString() => $"{Status}";

    /// <summary>The parts that few responses have, kept apart so that the others take less memory.</summary>
    private sealed record Extras(string? Reason, HeaderFields Trailers);
}
