using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>A library states causes, and its options carry advice; only the command line puts them into words with its flags.</summary>
public partial class FlagTests
{
    /// <summary>Files that name flags of other programs, with the program.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["src/Contract.Generation/Requests/CurlCommand.cs"] = "curl",
        ["src/Verification/Recording/Recorder.cs"] = "curl",
    };

    [Fact]
    public void Only_the_command_line_names_its_flags() => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)
            && !file.Path.StartsWith("src/Cli/", StringComparison.Ordinal)
            && !Others.ContainsKey(file.Path))
        .SelectMany(Faults)
        .ShouldBeEmpty();

    [Fact]
    public void A_file_with_flags_of_another_program_has_some() => Others.Keys
        .Where(path => !Repository.SourceFiles.Any(file => file.Path == path && Faults(file).Any()))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("var text = \"left out by --only\";", true)]
    [InlineData("/// <summary>One <c>--report FORMAT=FILE</c>.</summary>", true)]
    [InlineData("var text = \"--no-cors\";", true)]
    [InlineData("if (--missing[child] == 0)", false)]
    [InlineData("while (--left > 0)", false)]
    [InlineData("var text = \"a--b\";", false)]
    public void A_flag_is_found_in_texts_and_comments(string line, bool isFound) =>
        Faults(new SourceFile("src/X.cs", [line])).Any().ShouldBe(isFound);

    private static IEnumerable<string> Faults(SourceFile file) => file.Lines
        .Select((line, index) => (Line: line, Number: index + 1))
        .Where(line => Flag().IsMatch(line.Line))
        .Select(line => $"{file.Path}:{line.Number}: {line.Line.Trim()}");

    /// <summary>Not a decrement, which no text or comment has.</summary>
    [GeneratedRegex("""(//.*|".*)(?<![\w-])--[a-z][a-z-]*""")]
    private static partial Regex Flag();
}
