using System.Text;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Export.Folders;

/// <summary>
/// Writes an export into a folder of its own. A list of the files is written first, so that a later export replaces them and touches
/// nothing else.
/// </summary>
internal static class ExportFolder
{
    /// <summary>The file that lists the files of an export, a path in each line.</summary>
    public const string List = ".social-contract-export";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files. Returns null, or a sentence that says why the folder cannot be used; then nothing is written.</summary>
    public static string? Write(string folder, IReadOnlyList<ExportedFile> files)
    {
        try
        {
            if (File.Exists(folder))
            {
                return $"an export takes a folder, and '{folder}' is a file; name another path.";
            }

            Directory.CreateDirectory(folder);
            if (Foreign(folder) is { } foreign)
            {
                return foreign;
            }

            foreach (var former in Listed(folder))
            {
                File.Delete(Path.Combine(folder, former));
            }

            var paths = files.Select(file => file.Path).Order(StringComparer.Ordinal);
            File.WriteAllText(Path.Combine(folder, List), string.Concat(paths.Select(path => $"{path}\n")), Utf8);
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, Utf8);
            }

            RemoveEmpty(folder);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"the export cannot be written to '{folder}': {FolderFault.Of(folder, fault)}; name another folder.";
        }
    }

    /// <summary>A sentence about the first entry that no export wrote; null if there is none.</summary>
    private static string? Foreign(string folder)
    {
        var listed = Listed(folder).Append(List).ToHashSet(StringComparer.Ordinal);
        var every = new EnumerationOptions { RecurseSubdirectories = false, AttributesToSkip = 0 };
        var pending = new Queue<DirectoryInfo>([new DirectoryInfo(folder)]);
        while (pending.TryDequeue(out var next))
        {
            foreach (var entry in next.EnumerateFileSystemInfos("*", every).OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                var path = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                if (entry.LinkTarget is not null)
                {
                    return $"'{folder}' has the link {path}, and an export follows no links; remove it or name another folder.";
                }

                if (entry is DirectoryInfo directory)
                {
                    pending.Enqueue(directory);
                }
                else if (!listed.Contains(path))
                {
                    return $"'{folder}' has {path}, which no export wrote; an export takes an empty folder or that of a former one.";
                }
            }
        }

        return null;
    }

    /// <summary>The files of a former export; a path that leads out of the folder is not one of them.</summary>
    private static List<string> Listed(string folder)
    {
        var list = Path.Combine(folder, List);
        return File.Exists(list)
            ? [.. File.ReadAllLines(list).Where(IsInside)]
            : [];
    }

    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Split('/', '\\').Contains("..");

    /// <summary>Removes folders that only a former export used.</summary>
    private static void RemoveEmpty(string folder)
    {
        foreach (var directory in Directory.GetDirectories(folder, "*", SearchOption.AllDirectories).OrderByDescending(path => path.Length))
        {
            if (!Directory.EnumerateFileSystemEntries(directory).Any())
            {
                Directory.Delete(directory);
            }
        }
    }
}
