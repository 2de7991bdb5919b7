using System.Text;
using WireMock.Handlers;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>
/// The files that stubs may read: those in the folder of stubs. Without a folder there are none. WireMock.Net's own handler reads any file
/// of the machine.
/// </summary>
/// <param name="folder">The absolute path of the folder; null if there is none.</param>
internal sealed class ConfinedFiles(string? folder) : IFileSystemHandler
{
    private const long MaxBytes = 100L * 1024 * 1024;
    private const int MaxFiles = 10_000;

    private static readonly EnumerationOptions Plain = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device,
    };

    public bool FileExists(string filename) => Find(filename) is { } path && File.Exists(path);

    public byte[] ReadFile(string filename) => Read(filename);

    public string ReadFileAsString(string filename) => Encoding.UTF8.GetString(Read(filename));

    public bool HasBody(string path) => FileExists(path) || FileExists($"{FileTemplates.BodyFolder}/{path}");

    /// <summary>A body is in the folder itself, as WireMock.Net has it, or among the bodies of the admin interface.</summary>
    public byte[] ReadResponseBodyAsFile(string path) => Read(FileExists(path) ? path : $"{FileTemplates.BodyFolder}/{path}");

    public string ReadResponseBodyAsString(string path) => Encoding.UTF8.GetString(ReadResponseBodyAsFile(path));

    public string GetMappingFolder() => folder ?? "";

    public bool FolderExists(string path) => false;

    public void CreateFolder(string path)
    {
    }

    public IEnumerable<string> EnumerateFiles(string path, bool includeSubdirectories) => [];

    public string ReadMappingFile(string path) => throw Refused(path);

    public void WriteMappingFile(string path, string text) => throw Refused(path);

    public void DeleteFile(string filename) => throw Refused(filename);

    public void WriteFile(string filename, byte[] bytes) => throw Refused(filename);

    public void WriteFile(string folder, string filename, byte[] bytes) => throw Refused(filename);

    public string GetUnmatchedRequestsFolder() => "";

    public void WriteUnmatchedRequest(string filename, string text)
    {
    }

    public bool HasFolder => folder is not null;

    /// <summary>The files below a folder of the stub folder, by their names in it, in order; links are left out.</summary>
    public IReadOnlyList<string> List(string name) => Find(name) is { } root && Directory.Exists(root)
        ? [.. Directory.EnumerateFiles(root, "*", Plain).Take(MaxFiles)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)]
        : [];

    /// <exception cref="IOException">The name leads out of the folder, or the file cannot be written.</exception>
    public void Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Find(name) ?? throw Refused(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    /// <exception cref="IOException">The name leads out of the folder, or the file cannot be deleted.</exception>
    public void Delete(string name) => File.Delete(Find(name) ?? throw Refused(name));

    private byte[] Read(string name)
    {
        var path = Find(name) ?? throw Refused(name);
        if (!File.Exists(path))
        {
            throw new IOException($"The folder of stubs has no file {name}.");
        }

        try
        {
            return new FileInfo(path).Length <= MaxBytes
                ? File.ReadAllBytes(path)
                : throw new IOException($"{name} is larger than {MaxBytes} bytes.");
        }
        catch (UnauthorizedAccessException)
        {
            // The system's sentence has the absolute path.
            throw new IOException($"The mock may not read the file {name} of the folder of stubs.");
        }
    }

    /// <summary>The absolute path; null if the name leads out of the folder, directly or by a link.</summary>
    private string? Find(string name)
    {
        if (folder is null || Path.IsPathRooted(name) || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var path = folder;
        foreach (var part in name.Split('/', '\\'))
        {
            if (part == ".")
            {
                continue;
            }

            if (part is "" or "..")
            {
                return null;
            }

            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                return null;
            }
        }

        return path == folder ? null : path;
    }

    private static IOException Refused(string name) => new($"{name} is not a file of the folder of stubs.");
}
