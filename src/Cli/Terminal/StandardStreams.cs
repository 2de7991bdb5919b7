namespace SocialContract.Cli.Terminal;

/// <summary>Standard output and error as streams that wait for their reader and tell by an exception what they could not write.</summary>
internal static class StandardStreams
{
    private const int OutputDescriptor = 1;
    private const int ErrorDescriptor = 2;

    /// <summary>Takes the number of a closed descriptor, so that a file opened later is not written to instead.</summary>
    private static readonly List<IDisposable> Placeholders = [];

    public static Stream Output { get; } = Open(OutputDescriptor, Console.OpenStandardOutput);

    public static Stream Error { get; } = Open(ErrorDescriptor, Console.OpenStandardError);

    private static Stream Open(int descriptor, Func<Stream> windows)
    {
        if (OperatingSystem.IsWindows())
        {
            return windows();
        }

        if (DescriptorStream.IsInherited(descriptor))
        {
            return new DescriptorStream(descriptor);
        }

        Placeholders.Add(File.OpenHandle("/dev/null", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite));
        return new ClosedStream();
    }

    /// <summary>A stream that was closed when the process began.</summary>
    private sealed class ClosedStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => Refuse();

        public override void Write(ReadOnlySpan<byte> buffer) => Refuse();

        private static void Refuse() => throw new IOException("it is closed");
    }
}
