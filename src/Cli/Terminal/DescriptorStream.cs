using System.Runtime.InteropServices;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// Standard output or error of a Unix process. Writing waits for the reader; a write that is refused is an <see cref="IOException"/> with
/// the system's reason, <see cref="ReaderGoneException"/> if the other end of a pipe is closed.
/// </summary>
/// <remarks>The console's own stream says nothing when a pipe's reader closes it.</remarks>
/// <param name="descriptor">1 or 2.</param>
internal sealed class DescriptorStream(int descriptor) : WriteOnlyStream
{
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;
    private const short Writable = 4;

    /// <summary>EAGAIN: of a descriptor that does not wait, as some parent processes leave it.</summary>
    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>
    /// Whether the process was started with the descriptor open. One that is closed on exec cannot be inherited: it is a file of the
    /// runtime, which took the free number, and must not be written to.
    /// </summary>
    public static bool IsInherited(int descriptor) => Fcntl(descriptor, GetFlags) is >= 0 and var flags && (flags & CloseOnExec) == 0;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var written = Write(descriptor, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case BrokenPipe:
                    throw new ReaderGoneException();
                case var error when error == TryAgain:
                    var wanted = new PollRequest { Descriptor = descriptor, Events = Writable };
                    _ = Poll(ref wanted, 1, -1);
                    break;
                case var error:
                    throw new IOException(Marshal.GetPInvokeErrorMessage(error));
            }
        }
    }

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint Write(int descriptor, ref byte buffer, nuint count);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(ref PollRequest request, nuint count, int milliseconds);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static extern int Fcntl(int descriptor, int command);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollRequest
    {
        public int Descriptor;
        public short Events;
        public short Results;
    }
}

/// <summary>The reader of the output closed it, as <c>head</c> does; this is not a fault.</summary>
internal sealed class ReaderGoneException() : IOException("its reader closed it");
