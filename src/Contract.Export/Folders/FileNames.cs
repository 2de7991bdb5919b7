namespace SocialContract.Contract.Export.Folders;

/// <summary>Gives each file a path of its own, also where the file system does not distinguish cases.</summary>
internal sealed class FileNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The path, with a number where another file has it.</summary>
    public string Take(string path, string extension)
    {
        // File systems allow 255 bytes for a name.
        var wanted = path.Length > 150 ? path[..150] : path;
        var name = wanted + extension;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = $"{wanted}-{number}{extension}";
        }

        return name;
    }
}
