using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace SocialContract.Tests.Support;

/// <summary>A temporary folder with real files of every kind.</summary>
internal sealed class DocumentFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("social-contract-");
    private readonly List<Socket> _sockets = [];

    public string Path => _folder.FullName;

    /// <summary>A document with an operation for each reference: the reference is its response's schema.</summary>
    public static string DocumentOf(params string[] references) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
        {{string.Join("\n", references.Select((reference, index) => $$"""
          /a{{index}}:
            get:
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '{{reference}}' } } } } }
        """))}}
        """;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <param name="target">As it is written into the link: absolute, or relative to the link's folder.</param>
    public string Link(string name, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.CreateSymbolicLink(At(name), target);
        return At(name);
    }

    public string Pipe(string name) =>
        MakePipe(At(name), 0x180) == 0 ? At(name) : throw new IOException(Marshal.GetLastPInvokeErrorMessage());

    public string Listen(string name)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At(name)));
        _sockets.Add(socket);
        return At(name);
    }

    /// <summary>A file of that many bytes, which take no room.</summary>
    public string Grow(string name, long length)
    {
        using var file = File.Create(At(name));
        file.SetLength(length);
        return At(name);
    }

    /// <summary>Gives a file or link the name of another one, which it replaces at once.</summary>
    public void Rename(string from, string to)
    {
        if (Rename([.. Encoding.UTF8.GetBytes(At(from)), 0], [.. Encoding.UTF8.GetBytes(At(to)), 0]) != 0)
        {
            throw new IOException(Marshal.GetLastPInvokeErrorMessage());
        }
    }

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _folder.Delete(recursive: true);
    }

    /// <summary>The framework does not rename links to folders.</summary>
    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int Rename(byte[] from, byte[] to);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);
}
