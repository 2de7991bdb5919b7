using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>
/// A schema's keywords are read by the names of the keyword table, so that a misspelt name does not compile, and through the view, which
/// knows the keywords that count in each dialect.
/// </summary>
public partial class KeywordLiteralTests
{
    /// <summary>Files that read keywords of nodes without the view, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["src/Contract/Rules/RulePlaces.cs"] = "The id of a rule must not change with the dialect.",
        ["src/Contract/Schemas/SecretMark.cs"] = "Parameters and headers have marks too, and a mark that a dialect ignores is still meant.",
    };

    [Fact]
    public void No_keyword_is_read_by_a_text_of_its_own() => Lines(Literal()).ShouldBeEmpty();

    [Fact]
    public void No_keyword_is_read_past_the_view() =>
        Lines(PastView()).Where(line => !IsOfView(line.Path) && !Exceptions.ContainsKey(line.Path)).ShouldBeEmpty();

    [Fact]
    public void The_exceptions_are_needed() => Exceptions.Keys.Except(Lines(PastView()).Select(line => line.Path)).ShouldBeEmpty();

    [Theory]
    [InlineData("node.Member(KeywordNames.Properties)?.Members()")]
    [InlineData("schema.Text(KeywordNames.Format) == \"password\"")]
    [InlineData("schema?.Flag(KeywordNames.Nullable)")]
    [InlineData("schema.Value.TryGetProperty(KeywordNames.Ref, out _)")]
    [InlineData("schema.File.TryGetMember(schema.Value, KeywordNames.Items, out var items)")]
    public void A_reading_past_the_view_is_found(string line) => PastView().IsMatch(line).ShouldBeTrue();

    /// <summary>The view itself, the table, and the walk over the grammar, which reports the keywords that a version ignores.</summary>
    private static bool IsOfView(string path) => path is "src/Contract/Schemas/SchemaView.cs" or "src/Contract/Schemas/CountedKeywords.cs"
        or "src/Contract/Reading/Grammar/SchemaWalker.cs" || path.StartsWith("src/Contract/Keywords/", StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Line)> Lines(Regex pattern) => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/Contract", StringComparison.Ordinal)
            || file.Path.StartsWith("src/Verification", StringComparison.Ordinal))
        .SelectMany(file => file.Lines
            .Where(line => pattern.IsMatch(line))
            .Select(line => (file.Path, line.Trim())));

    /// <summary>
    /// The readers of the view and of the generator, with a literal; extensions have no row in the table. Of the readers of all nodes only
    /// those with a name that no object but a schema has.
    /// </summary>
    [GeneratedRegex(
        "\\bKeyword(?::| is| ==) \"|"
        + "\\b(?:Member|Text|Flag)\\(\"(?:format|properties|(?:additional|pattern)Properties|(?:prefix|additional)?[iI]tems"
        + "|allOf|anyOf|oneOf|const|pattern|readOnly|writeOnly|propertyName)\"|"
        + "\\b(?:(?:Keyword|IsTrue|PlaceOf|Branches|IsSet)\\((?:\\w+, )?|shape\\.(?:All|First|Count|Pairs)\\()\"(?!x-)")]
    private static partial Regex Literal();

    /// <summary>
    /// The readers of nodes and of JSON, with a name of the table; not those of the generator's <c>part</c>, which read through the view.
    /// </summary>
    [GeneratedRegex("(?<!\\bpart)\\.(?:Member|Text|Flag|TryGetProperty|TryGetMember)\\((?:[\\w.]+, )?KeywordNames\\.")]
    private static partial Regex PastView();
}
