namespace SocialContract.Architecture;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    private static readonly string[] BuiltFolders = ["bin", "obj", "node_modules"];

    /// <summary>The full path of the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file of <c>src</c>, <c>tests</c> and <c>bench</c> that a person wrote.</summary>
    public static IReadOnlyList<SourceFile> SourceFiles { get; } =
    [
        .. new[] { "src", "tests", "bench" }
            .SelectMany(folder => Files(folder, "*.cs"))
            .Select(path => new SourceFile(path, File.ReadAllLines(PathOf(path)))),
    ];

    /// <summary>The projects of <c>src</c>, by their folder's name.</summary>
    public static IReadOnlyDictionary<string, SourceProject> Projects { get; } = Files("src", "*.csproj")
        .Select(SourceProject.Read)
        .ToDictionary(project => project.Name, StringComparer.Ordinal);

    public static string PathOf(string file) => Path.Combine(Root, file);

    /// <summary>Files below a folder without what a build or npm put there: sorted paths from the root, with slashes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory
        .EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(BuiltFolders.Contains))
        .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SocialApiContract.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds SocialApiContract.sln.");
    }
}
