using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SocialContract.Contract.Documents;

/// <summary>Opens files on Unix without waiting, and tells their kinds: what <see cref="File"/> does not offer.</summary>
internal static class UnixFile
{
    private const int CurrentFolder = -100;
    private const int EmptyPath = 0x1000;
    private const uint TypeAndSize = 0x201;

    /// <summary>O_WRONLY; O_RDONLY is 0.</summary>
    private const int ToWrite = 1;

    /// <summary>ENXIO.</summary>
    private const int NoReader = 6;

    /// <summary>O_NONBLOCK, O_NOCTTY and O_CLOEXEC, which differ between Linux and the BSDs, macOS included.</summary>
    private static readonly int WithoutWaiting = OperatingSystem.IsLinux() ? 0x800 | 0x100 | 0x80000
        : OperatingSystem.IsMacOS() ? 0x4 | 0x20000 | 0x1000000
        : 0x4 | 0x8000 | 0x100000;

    /// <summary>
    /// The kind of the file at a path, links followed. <see cref="FileKind.Unknown"/> if the file does not exist or may not be looked at,
    /// and on systems other than Linux.
    /// </summary>
    public static FileKind KindOf(string path) =>
        OperatingSystem.IsLinux() && Statx(CurrentFolder, path, 0, TypeAndSize, out var status) == 0 ? status.Kind : FileKind.Unknown;

    /// <summary>The kind of an open file; <see cref="FileKind.Unknown"/> on systems other than Linux.</summary>
    public static FileKind KindOf(SafeFileHandle handle) =>
        OperatingSystem.IsLinux() && Statx((int)handle.DangerousGetHandle(), "", EmptyPath, TypeAndSize, out var status) == 0
            ? status.Kind
            : FileKind.Unknown;

    /// <summary>Opens a file for reading. A pipe without a writer does not hold the call, as it does with <see cref="File"/>.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SafeFileHandle Open(string path)
    {
        var descriptor = Open(path, WithoutWaiting);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw Fault(path, Marshal.GetLastPInvokeError());
    }

    /// <summary>
    /// Opens a pipe for writing. The call does not wait for a reader, and while the handle is open, neither does <see cref="File"/>.
    /// </summary>
    /// <exception cref="IOException">The pipe cannot be opened, or nothing reads it.</exception>
    public static SafeFileHandle OpenPipe(string path)
    {
        var descriptor = Open(path, WithoutWaiting | ToWrite);
        if (descriptor >= 0)
        {
            return new SafeFileHandle(descriptor, ownsHandle: true);
        }

        var error = Marshal.GetLastPInvokeError();
        throw error == NoReader ? new IOException("this is a pipe that nothing reads") : Fault(path, error);
    }

    private static IOException Fault(string path, int error) => error switch
    {
        // ENOENT and ENOTDIR.
        2 or 20 => new FileNotFoundException(null, path),
        _ => new IOException(Marshal.GetPInvokeErrorMessage(error)),
    };

    // The arguments after the flags are absent: no file is created.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(
        int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, out Status status);

    /// <summary>The kernel's <c>struct statx</c>, which is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(28)]
        private readonly ushort _mode;

        public FileKind Kind => (_mode & 0xF000) switch
        {
            0x8000 => FileKind.Regular,
            0x4000 => FileKind.Folder,
            0x1000 => FileKind.Pipe,
            0xC000 => FileKind.Socket,
            0x2000 or 0x6000 => FileKind.Device,
            _ => FileKind.Unknown,
        };
    }
}
