namespace SocialContract.Cli.Terminal;

/// <summary>
/// An output that a command's result goes to: after the first write that fails the rest is discarded, and the process says why at its end.
/// </summary>
internal sealed class ResultStream(Stream stream) : Stream
{
    private bool _isLost;

    /// <summary>Why the result is incomplete; null: it is whole, or what read it wanted no more of it.</summary>
    public string? Fault { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isLost)
        {
            return;
        }

        try
        {
            stream.Write(buffer);
            stream.Flush();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _isLost = true;
            Fault = refused is ReaderGoneException ? null : refused.Message.TrimEnd('.');
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
