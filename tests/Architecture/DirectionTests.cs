using NetArchTest.Rules;

namespace SocialContract.Architecture;

/// <summary>Who may know whom: what docs/architecture.md draws.</summary>
public class DirectionTests
{
    /// <summary>Each project and those that it knows directly.</summary>
    private static readonly Dictionary<string, string[]> Drawn = new(StringComparer.Ordinal)
    {
        ["JsonSchema"] = [],
        ["Contract"] = ["JsonSchema"],
        ["Contract.Validation"] = ["Contract"],
        ["Contract.Generation"] = ["Contract"],
        ["Contract.AspNetCore"] = ["Contract"],
        ["Contract.Export"] = ["Contract", "Contract.Generation"],
        ["MockServer"] = ["Contract.AspNetCore", "Contract.Generation", "Contract.Validation"],
        ["ReferenceImpl"] = ["Contract.AspNetCore", "Contract.Generation", "Contract.Validation"],
        ["Verification"] = ["Contract.Generation", "Contract.Validation"],
        ["ContractTests"] = ["MockServer", "ReferenceImpl", "Verification"],
        ["Cli"] = ["Contract.Export", "MockServer", "ReferenceImpl", "Verification"],
    };

    /// <summary>Projects that hold no HTTP server and run without ASP.NET Core.</summary>
    private static readonly string[] WithoutServer =
        ["JsonSchema", "Contract", "Contract.Validation", "Contract.Generation", "Contract.Export", "Verification"];

    public static TheoryData<string> Projects => [.. Drawn.Keys];

    public static TheoryData<string> ProjectsWithoutServer => [.. WithoutServer];

    [Fact]
    public void Every_project_of_src_is_drawn() => Repository.Projects.Keys.ShouldBe(Drawn.Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(Projects))]
    public void A_project_references_those_that_are_drawn(string name) => Repository.Projects[name].References.ShouldBe(Drawn[name]);

    [Theory, MemberData(nameof(Projects))]
    public void No_type_uses_an_assembly_that_its_project_does_not_know(string name)
    {
        var known = Closure(name).Append(name).ToHashSet(StringComparer.Ordinal);
        var forbidden = Repository.Projects.Values.Where(project => !known.Contains(project.Name)).SelectMany(project => project.Types);

        Users(name, [.. forbidden.Select(type => type.FullName!)]).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(ProjectsWithoutServer))]
    public void A_library_without_a_server_does_not_use_AspNetCore(string name)
    {
        Users(name, ["Microsoft.AspNetCore", "Microsoft.Extensions"]).ShouldBeEmpty();
        Repository.Projects[name].Assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Users(string project, string[] forbidden) =>
        Types.InAssembly(Repository.Projects[project].Assembly)
            .That()
            .HaveDependencyOnAny(forbidden)
            .GetTypes()
            .Select(type => type.FullName!);

    private static IEnumerable<string> Closure(string project) =>
        Drawn[project].Concat(Drawn[project].SelectMany(Closure));
}
