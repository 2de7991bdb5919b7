using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>A schema's keywords are read by the names of the keyword table, so that a misspelt name does not compile.</summary>
public partial class KeywordLiteralTests
{
    [Fact]
    public void No_keyword_is_read_by_a_text_of_its_own() => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/Contract", StringComparison.Ordinal)
            || file.Path.StartsWith("src/Verification", StringComparison.Ordinal))
        .SelectMany(file => file.Lines
            .Where(line => Read().IsMatch(line))
            .Select(line => $"{file.Path}: {line.Trim()}"))
        .ShouldBeEmpty();

    /// <summary>
    /// The readers of the view and of the generator, with a literal; extensions have no row in the table. Of the readers of all nodes only
    /// those with a name that no object but a schema has.
    /// </summary>
    [GeneratedRegex(
        "\\bKeyword(?::| is| ==) \"|"
        + "\\b(?:Member|Text|Flag)\\(\"(?:format|properties|(?:additional|pattern)Properties|(?:prefix|additional)?[iI]tems"
        + "|allOf|anyOf|oneOf|const|pattern|readOnly|writeOnly)\"|"
        + "\\b(?:(?:Keyword|IsTrue|PlaceOf|Branches|IsSet)\\((?:\\w+, )?|shape\\.(?:All|First|Count|Pairs)\\()\"(?!x-)")]
    private static partial Regex Read();
}
