namespace SocialContract.Architecture;

/// <summary>Paths that users, pipelines and other repositories name.</summary>
public class FixedNamesTests
{
    [Theory]
    [InlineData("SocialApiContract.sln")]
    [InlineData("Makefile")]
    [InlineData("spec/openapi.yaml")]
    [InlineData("src/MockServer/MockServer.csproj")]
    [InlineData("src/ContractTests/ContractTests.csproj")]
    [InlineData("src/ReferenceImpl/ReferenceImpl.csproj")]
    [InlineData("docs/violations.md")]
    public void A_path_that_others_name_stays(string path) => File.Exists(Repository.PathOf(path)).ShouldBeTrue(path);

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.PathOf("SocialApiContract.sln"));

        new[] { "src", "tests", "bench" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Where(project => !solution.Contains($"\"{project.Replace('/', '\\')}\"", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }
}
