namespace SocialContract.Contract.Documents;

/// <summary>Follows symbolic links, those of folders included.</summary>
internal static class RealPath
{
    /// <summary>As many links as Linux follows in one path.</summary>
    private const int LinkLimit = 40;

    /// <summary>
    /// The absolute path without links and without <c>..</c>; parts that do not exist stay as written. Null if links form a loop, or a path
    /// has more than 40.
    /// </summary>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var resolved = Path.GetPathRoot(full)!;
        var waiting = new Stack<string>(Parts(full));
        for (var links = 0; waiting.TryPop(out var part);)
        {
            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                resolved = next;
                continue;
            }

            if (++links > LinkLimit)
            {
                return null;
            }

            // What follows in the path is looked up from where the link leads.
            var destination = Path.GetFullPath(target, resolved);
            resolved = Path.GetPathRoot(destination)!;
            foreach (var ahead in Parts(destination))
            {
                waiting.Push(ahead);
            }
        }

        return resolved;
    }

    /// <summary>The names after the root, the last first.</summary>
    private static IEnumerable<string> Parts(string path) =>
        path[Path.GetPathRoot(path)!.Length..]
            .Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Reverse();
}
