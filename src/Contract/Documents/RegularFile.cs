using Microsoft.Win32.SafeHandles;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Documents;

/// <summary>
/// Reads regular files up to a size, and nothing else: a device may have no end, and a pipe may never get a writer. The kind is looked at
/// before the file is opened, because opening a device can do something, and again on the open file, which may be another by then.
/// </summary>
internal static class RegularFile
{
    /// <summary>File systems whose files are the kernel's own data.</summary>
    private static readonly HashSet<string> KernelFormats = new(StringComparer.Ordinal)
    {
        "proc", "sysfs", "cgroupfs", "cgroup2fs", "cgroup", "cgroup2", "debugfs", "tracefs", "securityfs", "devpts", "configfs", "bpf",
    };

    /// <summary>The whole file.</summary>
    /// <param name="real">
    /// The path that the opened file must have: an absolute path without links, checked where the system tells it (Linux). Null: any.
    /// </param>
    /// <exception cref="FileRefusedException">It is not a regular file, too large, or another file than expected.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Read(string path, int limit, string? real = null)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            throw new FileRefusedException(DiagnosticCodes.FileUnreadable, "its name contains a NUL character");
        }

        if (Directory.Exists(path))
        {
            throw Refused(FileKind.Folder);
        }

        Expect(OperatingSystem.IsWindows() ? FileKind.Unknown : UnixFile.KindOf(path));
        if (OperatingSystem.IsLinux() && File.Exists(path) && IsKernelFile(path))
        {
            throw new FileRefusedException(DiagnosticCodes.FileUnreadable, "this is a file of the operating system's kernel");
        }

        using var handle = OperatingSystem.IsWindows()
            ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : UnixFile.Open(path);
        Expect(OperatingSystem.IsWindows() ? FileKind.Unknown : UnixFile.KindOf(handle));
        if (real is not null && PathOf(handle) is { } opened && opened != real)
        {
            throw new FileRefusedException(DiagnosticCodes.FileUnreadable, "its path changed while it was read; try again");
        }

        return Read(handle, limit);
    }

    private static byte[] Read(SafeFileHandle handle, int limit)
    {
        var length = LengthOf(handle);
        if (length > limit)
        {
            throw TooLarge(length, limit);
        }

        var bytes = new byte[length];
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(filled), filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled == bytes.Length ? bytes : bytes[..filled];
    }

    /// <summary>A device has the length 0 where its kind is unknown, so it is not read either.</summary>
    private static long LengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            throw Refused(FileKind.Pipe);
        }
    }

    private static void Expect(FileKind kind)
    {
        if (kind is not (FileKind.Regular or FileKind.Unknown))
        {
            throw Refused(kind);
        }
    }

    private static FileRefusedException Refused(FileKind kind) => new(DiagnosticCodes.FileUnreadable, kind switch
    {
        FileKind.Folder => "this is a folder",
        FileKind.Pipe => "this is a pipe, and only regular files are read",
        FileKind.Socket => "this is a socket, and only regular files are read",
        _ => "this is a device, and only regular files are read",
    })
    {
        IsFolder = kind == FileKind.Folder,
    };

    private static FileRefusedException TooLarge(long length, int limit) =>
        new(DiagnosticCodes.FileTooLarge, $"the file has {length} bytes; the limit is {limit}");

    private static bool IsKernelFile(string path)
    {
        try
        {
            return KernelFormats.Contains(new DriveInfo(path).DriveFormat);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The path of an open file; null where the system does not report it.</summary>
    private static string? PathOf(SafeFileHandle handle) =>
        OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{handle.DangerousGetHandle()}").LinkTarget : null;
}

/// <summary>A file is not read, though it may exist; the message says why, in the words of a diagnostic.</summary>
internal sealed class FileRefusedException(string code, string message) : IOException(message)
{
    public string Code => code;

    public bool IsFolder { get; init; }
}
