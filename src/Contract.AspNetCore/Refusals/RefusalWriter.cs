using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using SocialContract.Contract.AspNetCore.Problems;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>The output of a connection. It adds a body to the response with which Kestrel refuses a request.</summary>
internal sealed class RefusalWriter(PipeWriter output) : PipeWriter
{
    private static ReadOnlySpan<byte> NoBody => "Content-Length: 0\r\n"u8;

    /// <summary>Kestrel's response until it is flushed; null if no request was refused.</summary>
    private ArrayBufferWriter<byte>? _refusal;

    private ReadOnlyMemory<byte> _body;
    private int _length;
    private Action<ResponseMessage?>? _sent;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes + (_refusal?.WrittenCount ?? 0);

    /// <summary>The next response is Kestrel's refusal.</summary>
    /// <param name="body">Empty for HEAD.</param>
    /// <param name="length">Of the body, also for HEAD. Bytes.</param>
    /// <param name="sent">Receives the response that was sent; null if no HTTP/1.1 response was.</param>
    public void Refuse(ReadOnlyMemory<byte> body, int length, Action<ResponseMessage?> sent) =>
        (_refusal, _body, _length, _sent) = (new(), body, length, sent);

    /// <summary>The connection has ended: a refusal that is still held back was not sent.</summary>
    public void End() => Report(null);

    public override void Advance(int bytes)
    {
        if (_refusal is null)
        {
            output.Advance(bytes);
        }
        else
        {
            _refusal.Advance(bytes);
        }
    }

    public override Memory<byte> GetMemory(int sizeHint = 0) =>
        _refusal is null ? output.GetMemory(sizeHint) : _refusal.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => _refusal is null ? output.GetSpan(sizeHint) : _refusal.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        _refusal is { WrittenCount: > 0 } refusal ? FlushRefusalAsync(refusal, cancellationToken) : output.FlushAsync(cancellationToken);

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (exception is null && _refusal is { WrittenCount: > 0 } refusal)
        {
            Report(WriteRefusal(refusal));
        }

        output.Complete(exception);
    }

    private async ValueTask<FlushResult> FlushRefusalAsync(ArrayBufferWriter<byte> refusal, CancellationToken cancellationToken)
    {
        var response = WriteRefusal(refusal);
        var isSent = false;
        try
        {
            var flushed = await output.FlushAsync(cancellationToken);

            // Nothing reads the output of a connection that the client has closed.
            isSent = !flushed.IsCompleted;
            return flushed;
        }
        finally
        {
            Report(isSent ? response : null);
        }
    }

    private void Report(ResponseMessage? response)
    {
        var sent = _sent;
        _sent = null;
        sent?.Invoke(response);
    }

    /// <summary>
    /// Writes the response that was held back. Kestrel's refusal gets the body; a response that the application began, and a frame of
    /// HTTP/2, are not changed.
    /// </summary>
    /// <returns>The response; null for what is not one.</returns>
    private ResponseMessage? WriteRefusal(ArrayBufferWriter<byte> refusal)
    {
        _refusal = null;
        var head = refusal.WrittenSpan;
        var isResponse = head.StartsWith("HTTP/1.1 "u8) && head.EndsWith("\r\n\r\n"u8);
        var place = isResponse ? head.IndexOf(NoBody) : -1;
        if (place < 0)
        {
            output.Write(head);
            return isResponse ? Read(Encoding.Latin1.GetString(head), default) : null;
        }

        var entity = string.Create(
            CultureInfo.InvariantCulture, $"Content-Type: {ProblemDetails.ContentType}\r\nContent-Length: {_length}\r\n");
        var written = string.Concat(
            Encoding.Latin1.GetString(head[..place]), entity, Encoding.Latin1.GetString(head[(place + NoBody.Length)..]));
        output.Write(Encoding.Latin1.GetBytes(written));
        output.Write(_body.Span);
        return Read(written, _body);
    }

    /// <summary>The response with a head as Kestrel writes it.</summary>
    private static ResponseMessage Read(string head, ReadOnlyMemory<byte> body)
    {
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var fields = lines.Skip(1).Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries));
        return new ResponseMessage(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            HeaderFields.Of(fields.Select(field => new KeyValuePair<string, string>(field[0], field[^1]))),
            body);
    }
}
