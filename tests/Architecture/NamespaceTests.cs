namespace SocialContract.Architecture;

/// <summary>Rooms: what a namespace holds and which namespaces know each other.</summary>
public class NamespaceTests
{
    public static TheoryData<string> Projects => [.. Repository.Projects.Keys];

    /// <summary>Files of several namespaces, and why.</summary>
    private static readonly Dictionary<string, string> SeveralNamespaces = new(StringComparer.Ordinal)
    {
        ["tests/JsonSchema/CircleFixtures.cs"] = "a circle for the test of what finds circles",
    };

    [Fact]
    public void A_namespace_is_its_folder() => Repository.SourceFiles
        .Where(file => !SeveralNamespaces.ContainsKey(file.Path))
        .Where(file => file.Namespace is not null && file.Namespace != NamespaceOf(file.Path))
        .Select(file => $"{file.Path} holds {file.Namespace}, not {NamespaceOf(file.Path)}")
        .ShouldBeEmpty();

    [Theory, MemberData(nameof(Projects))]
    public void No_type_has_the_name_of_a_namespace(string name)
    {
        var types = Repository.Projects[name].Types.ToList();
        var namespaces = Repository.Projects.Values.SelectMany(project => project.Types)
            .Select(type => type.Namespace!)
            .ToHashSet(StringComparer.Ordinal);

        types.Where(type => type.Namespace!.Split('.')[^1] == type.Name || namespaces.Contains(type.FullName!))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Projects))]
    public void No_namespaces_depend_on_each_other_in_a_circle(string name) =>
        NamespaceCircles.In(Repository.Projects[name].Assembly).ShouldBeEmpty();

    /// <summary>The project's root namespace followed by the folders below it.</summary>
    private static string NamespaceOf(string path)
    {
        var folders = path.Split('/')[..^1];
        var project = Enumerable.Range(1, folders.Length)
            .Select(length => string.Join('/', folders[..length]))
            .FirstOrDefault(folder => RootNamespaces.ContainsKey(folder));
        return project is null
            ? "SocialContract.Tests." + string.Join('.', folders[1..])
            : string.Join('.', folders[project.Split('/').Length..].Prepend(RootNamespaces[project]));
    }

    private static readonly Dictionary<string, string> RootNamespaces = new[] { "src", "tests", "bench" }
        .SelectMany(folder => Repository.Files(folder, "*.csproj"))
        .Select(SourceProject.Read)
        .ToDictionary(project => project.Folder, project => project.RootNamespace, StringComparer.Ordinal);
}
