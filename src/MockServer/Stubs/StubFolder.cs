using System.IO.Enumeration;
using SocialContract.MockServer.Stubs.Judging;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Stubs;

/// <summary>
/// Reads the stubs of a folder as WireMock lays it out: JSON files in <c>mappings/</c>, and the bodies that they name in <c>__files/</c>.
/// A folder without <c>mappings/</c> has the stubs itself. Links are not followed.
/// </summary>
internal static class StubFolder
{
    private const int MaxFiles = 10_000;

    private static readonly EnumerationOptions Plain = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device | FileAttributes.Hidden,
    };

    /// <param name="allowsProxying">Whether stubs may forward requests.</param>
    /// <returns>The stubs by file name, in the order of the names.</returns>
    /// <exception cref="StubsRejectedException">A file cannot be read, or has faults: all of them.</exception>
    public static IReadOnlyList<StubMapping> Read(string folder, StubReader reader, bool allowsProxying)
    {
        var root = Root(folder);
        if (!Directory.Exists(root))
        {
            throw new StubsRejectedException([$"{folder}: there is no such folder"]);
        }

        var files = Directory.EnumerateFiles(root, "*.json", Plain)
            .Where(file => !IsBody(root, file))
            .Take(MaxFiles + 1).Order(StringComparer.Ordinal).ToList();
        if (files.Count > MaxFiles)
        {
            throw new StubsRejectedException([$"{folder}: more than {MaxFiles} files of stubs"]);
        }

        var faults = new List<string>();
        var stubs = files
            .SelectMany(file => Supported(file, Read(folder, file, reader, faults), allowsProxying, faults))
            .ToList();
        return faults.Count == 0 ? stubs : throw new StubsRejectedException(faults);
    }

    /// <summary>The links among the files of stubs, which are not followed: to files and to folders.</summary>
    /// <param name="folder">A folder that <see cref="Read(string, StubReader, bool)"/> has read.</param>
    public static IReadOnlyList<string> Links(string folder)
    {
        var root = Root(folder);
        var links = new FileSystemEnumerable<string>(
            root, (ref entry) => entry.ToFullPath(), new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Device })
        {
            ShouldRecursePredicate = (ref entry) => !IsLink(entry.Attributes),
            ShouldIncludePredicate = (ref entry) =>
                IsLink(entry.Attributes) && (entry.IsDirectory || entry.FileName.EndsWith(".json", StringComparison.OrdinalIgnoreCase)),
        };
        return [.. links.Where(link => !IsBody(root, link)).Take(MaxFiles).Order(StringComparer.Ordinal)];
    }

    private static string Root(string folder)
    {
        var root = Path.Combine(folder, "mappings");
        return Directory.Exists(root) ? root : folder;
    }

    private static bool IsLink(FileAttributes attributes) => (attributes & FileAttributes.ReparsePoint) != 0;

    private static bool IsBody(string root, string file) =>
        Path.GetRelativePath(root, file).StartsWith(FileTemplates.BodyFolder, StringComparison.Ordinal);

    private static IReadOnlyList<StubMapping> Supported(
        string file, IReadOnlyList<StubMapping> stubs, bool allowsProxying, List<string> faults)
    {
        faults.AddRange(stubs.SelectMany(stub => Unsupported.In(stub, allowsProxying)).Select(finding => $"{file}#{finding}"));
        return stubs;
    }

    private static IReadOnlyList<StubMapping> Read(string folder, string file, StubReader reader, List<string> faults)
    {
        try
        {
            if (new FileInfo(file).Length > StubReader.MaxBytes)
            {
                faults.Add($"{file}: larger than {StubReader.MaxBytes} bytes");
                return [];
            }

            switch (reader.Read(File.ReadAllBytes(file)))
            {
                case StubReadResult.Single single:
                    return [single.Mapping with { File = Path.GetRelativePath(folder, file) }];
                case StubReadResult.Collection collection:
                    return collection.Mappings;
                case StubReadResult.Refused refused:
                    faults.AddRange(refused.Faults.Select(fault => $"{file}#{fault.Pointer}: {fault.Message}"));
                    return [];
                default:
                    return [];
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{file}: {refused.Message}");
            return [];
        }
    }
}
