namespace SocialContract.Cli.Terminal;

/// <summary>
/// An output that a command's result goes to: after the first write that fails the rest is discarded, and the process says why at its end.
/// </summary>
internal sealed class ResultStream(Stream stream) : WriteOnlyStream
{
    private bool _isLost;

    /// <summary>Why the result is incomplete; null: it is whole, or what read it wanted no more of it.</summary>
    public string? Fault { get; private set; }

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
}
