namespace SocialContract.Contract.Messages;

/// <summary>An HTTP response of the mock, a client, a recording or a test.</summary>
public sealed class ResponseMessage
{
    /// <param name="body">Empty if there is none.</param>
    public ResponseMessage(int status, HeaderFields? headers = null, ReadOnlyMemory<byte> body = default)
    {
        Status = status;
        Headers = headers ?? HeaderFields.Empty;
        Body = body;
    }

    public int Status { get; }

    /// <summary>The reason phrase as received; null if there was none, or if the server chooses it.</summary>
    public string? Reason { get; init; }

    public HeaderFields Headers { get; }

    public HeaderFields Trailers { get; init; } = HeaderFields.Empty;

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The same response with other headers.</summary>
    public ResponseMessage With(HeaderFields headers) => new(Status, headers, Body) { Reason = Reason, Trailers = Trailers };

    /// <summary>A copy that stays valid when the buffers are reused.</summary>
    public ResponseMessage Detach() => new(Status, Headers.Detach(), Body.ToArray()) { Reason = Reason, Trailers = Trailers.Detach() };

    public override string ToString() => $"{Status}";
}
