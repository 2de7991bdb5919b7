using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

public partial class ApiWordsTests
{
    /// <summary>Comments may give the shipped API as an example; code and texts may not depend on it.</summary>
    [Fact]
    public void Only_the_reference_implementation_knows_this_API_by_name() => Repository.SourceFiles
        .Where(file =>
            file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.StartsWith("src/ReferenceImpl/", StringComparison.Ordinal))
        .SelectMany(file => file.Code
            .Where(line => ApiWord().IsMatch(line.Code))
            .Select(line => $"{file.Path}:{line.Number}: {line.Code.Trim()}"))
        .ShouldBeEmpty();

    [GeneratedRegex("instagram|facebook|fb_|ig_account|IgAccount|FbToken", RegexOptions.IgnoreCase)]
    private static partial Regex ApiWord();
}
