using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>The part of a message that a place is in is read in <c>MessagePointer</c>, not from the text of the pointer.</summary>
public partial class MessagePlaceTests
{
    private const string Reader = "src/Contract/Model/MessagePointer.cs";

    [Fact]
    public void No_other_file_spells_the_pointer_of_a_part() => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/Contract", StringComparison.Ordinal)
            || file.Path.StartsWith("src/Verification", StringComparison.Ordinal))
        .Where(file => file.Path != Reader)
        .SelectMany(file => file.Lines
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && Part().IsMatch(line))
            .Select(line => $"{file.Path}: {line.Trim()}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("place.StartsWith(\"/body\", StringComparison.Ordinal)")]
    [InlineData("use.Instance[\"/header/\".Length..]")]
    [InlineData("$\"/path/{name}\"")]
    public void The_pointer_of_a_part_is_found(string line) => Part().IsMatch(line).ShouldBeTrue();

    [GeneratedRegex("\"/(?:body|status|path|query|header|cookie)(?:\"|/)")]
    private static partial Regex Part();
}
