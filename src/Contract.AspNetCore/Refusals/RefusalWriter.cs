using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using SocialContract.Contract.AspNetCore.Problems;

namespace SocialContract.Contract.AspNetCore.Refusals;

/// <summary>What a connection writes; to the response with which Kestrel refuses a request it adds a body.</summary>
internal sealed class RefusalWriter(PipeWriter output) : PipeWriter
{
    private static ReadOnlySpan<byte> NoBody => "Content-Length: 0\r\n"u8;

    /// <summary>Kestrel's response until it is flushed; null if no request was refused.</summary>
    private ArrayBufferWriter<byte>? _refusal;

    private ReadOnlyMemory<byte> _body;
    private int _length;

    public override bool CanGetUnflushedBytes => output.CanGetUnflushedBytes;

    public override long UnflushedBytes => output.UnflushedBytes + (_refusal?.WrittenCount ?? 0);

    /// <summary>The next response is Kestrel's refusal.</summary>
    /// <param name="body">Empty for HEAD.</param>
    /// <param name="length">Of the body, also for HEAD. Bytes.</param>
    public void Refuse(ReadOnlyMemory<byte> body, int length) => (_refusal, _body, _length) = (new(), body, length);

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

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        WriteRefusal();
        return output.FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush() => output.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        if (exception is null)
        {
            WriteRefusal();
        }

        output.Complete(exception);
    }

    /// <summary>
    /// Writes the response that was held back. Kestrel's refusal gets the body; a response that the application began is not changed.
    /// </summary>
    private void WriteRefusal()
    {
        if (_refusal is not { WrittenCount: > 0 } refusal)
        {
            return;
        }

        _refusal = null;
        var head = refusal.WrittenSpan;
        var place = head.StartsWith("HTTP/1.1 "u8) && head.EndsWith("\r\n\r\n"u8) ? head.IndexOf(NoBody) : -1;
        if (place < 0)
        {
            output.Write(head);
            return;
        }

        output.Write(head[..place]);
        output.Write(Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"Content-Type: {ProblemDetails.ContentType}\r\nContent-Length: {_length}\r\n")));
        output.Write(head[(place + NoBody.Length)..]);
        output.Write(_body.Span);
    }
}
