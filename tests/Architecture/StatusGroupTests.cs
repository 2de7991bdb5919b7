using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>Which statuses refuse a caller and which say that a resource is missing is written once.</summary>
public partial class StatusGroupTests
{
    private const string Table = "src/Contract/Rules/RefusalStatuses.cs";

    [Fact]
    public void No_other_file_spells_a_group_of_statuses() => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path != Table)
        .SelectMany(file => file.Lines
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Group().IsMatch(line))
            .Select(line => $"{file.Path}: {line.Trim()}"))
        .ShouldBeEmpty();

    /// <summary>A pattern of two statuses of one group, as numbers or as texts.</summary>
    [GeneratedRegex("\\b(?:401\\W+or\\W+403|403\\W+or\\W+401|404\\W+or\\W+410|410\\W+or\\W+404)\\b")]
    private static partial Regex Group();
}
