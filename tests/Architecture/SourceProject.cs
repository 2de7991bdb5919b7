using System.Reflection;
using System.Xml.Linq;

namespace SocialContract.Architecture;

/// <summary>What a project file says.</summary>
/// <param name="Name">Its folder's name, as docs/architecture.md names it: <c>Contract.Validation</c>.</param>
/// <param name="References">The names of the projects that it references itself.</param>
internal sealed record SourceProject(
    string Name, string Folder, string RootNamespace, string AssemblyName, IReadOnlyList<string> References)
{
    private readonly Lazy<Assembly> _assembly = new(() => System.Reflection.Assembly.Load(AssemblyName));

    public Assembly Assembly => _assembly.Value;

    /// <summary>The types that the project's own code declares outside other types.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes()
        .Where(type => !type.IsNested && type.Namespace?.StartsWith("SocialContract", StringComparison.Ordinal) == true);

    public static SourceProject Read(string path)
    {
        var project = XDocument.Load(Repository.PathOf(path));
        var folder = path[..path.LastIndexOf('/')];
        return new SourceProject(
            folder.Split('/')[^1],
            folder,
            project.Descendants("RootNamespace").Single().Value,
            project.Descendants("AssemblyName").Single().Value,
            [
                .. project.Descendants("ProjectReference")
                    .Select(reference => reference.Attribute("Include")!.Value.Split('/')[^2])
                    .Order(StringComparer.Ordinal),
            ]);
    }
}
