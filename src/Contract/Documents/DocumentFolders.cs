namespace SocialContract.Contract.Documents;

/// <summary>
/// The folders whose files a document may refer to: the folder of its entry file, and those that the user allows. Compared without
/// symbolic links, so that a link in a folder does not lead out of it.
/// </summary>
internal sealed class DocumentFolders
{
    private static readonly StringComparison PathComparison =
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly List<string> _folders = [];
    private readonly string _written;

    /// <param name="entry">The entry file's absolute path.</param>
    public DocumentFolders(string entry, IEnumerable<string> allowed)
    {
        _written = WithSeparator(Path.GetDirectoryName(entry) ?? entry);
        foreach (var folder in allowed.Prepend(_written))
        {
            if (RealPath.Of(folder) is { } real)
            {
                _folders.Add(WithSeparator(real));
            }
        }
    }

    /// <summary>
    /// The path against which a document's references are resolved, for the path that the user gave. If that is a symbolic link, it is
    /// the path of the link's final target, since the files beside the target belong to the document.
    /// </summary>
    public static string EntryOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // Reading it explains what is wrong.
            return Path.GetFullPath(path);
        }
    }

    /// <summary>Whether the file may be read.</summary>
    /// <param name="real">An absolute path without links.</param>
    public bool Contain(string real) => _folders.Exists(folder => real.StartsWith(folder, PathComparison));

    /// <summary>Whether the path, as written, is in the entry file's folder: if the file is not, a link leads out.</summary>
    public bool Enclose(string path) => path.StartsWith(_written, PathComparison);

    private static string WithSeparator(string folder) =>
        Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
}
