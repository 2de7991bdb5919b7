namespace SocialContract.Architecture;

/// <summary>What holds for every C# file.</summary>
public class FileTests
{
    private const int MaxColumns = 140;
    private const int MaxLines = 250;

    /// <summary>Longer files, and why they have one purpose all the same.</summary>
    private static readonly Dictionary<string, string> LongFiles = new(StringComparer.Ordinal)
    {
        ["src/Contract/Keywords/KeywordTable.cs"] = "one table, a keyword at a time",
        ["src/JsonSchema/Instances/Tokenizer.cs"] = "the grammar of JSON, a state at a time",
        ["src/JsonSchema/Patterns/PatternParser.cs"] = "the grammar of regular expressions, a production at a time",
        ["src/MockServer/Stubs/Templates/ExpressionReader.cs"] = "the grammar of expressions in templates, a production at a time",
        ["tests/MockServer/Fuzz/HostileDocumentsTests.cs"] = "a sentence for each way in which a document can be hostile",
        ["tests/ReferenceImpl/Accounts/InstagramAccountsTests.cs"] = "the operations of one resource",
        ["tests/Verification/Running/VerdictTests.cs"] = "a sentence for each verdict",
        ["tests/Verification/Support/HostileResponses.cs"] = "a response for each way in which a server can be hostile",
        ["tests/Verification/Support/PostsServer.cs"] = "one server, with a switch for each fault that tests give it",
    };

    [Fact]
    public void No_line_is_longer_than_140_columns() => Repository.SourceFiles
        .SelectMany(file => file.LinesOutsideText
            .Where(line => line.Text.Length > MaxColumns)
            .Select(line => $"{file.Path}:{line.Number} has {line.Text.Length} columns"))
        .ShouldBeEmpty();

    [Fact]
    public void A_file_of_more_than_250_lines_has_a_reason() => LongSourceFiles()
        .Where(file => !LongFiles.ContainsKey(file.Path))
        .Select(file => $"{file.Path} has {file.Lines.Count} lines")
        .ShouldBeEmpty();

    [Fact]
    public void Every_reason_is_still_needed() => LongFiles.Keys.Except(LongSourceFiles().Select(file => file.Path)).ShouldBeEmpty();

    private static IEnumerable<SourceFile> LongSourceFiles() => Repository.SourceFiles.Where(file => file.Lines.Count > MaxLines);
}
