using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>
/// A schema's keywords are read by the names of the keyword table, so that a misspelt name does not compile, and through the view, which
/// knows the keywords that count in each dialect.
/// </summary>
public partial class KeywordLiteralTests
{
    private const string Names = "src/Contract/Keywords/KeywordNames.cs";

    /// <summary>Keywords whose names are ordinary words, or names of fields of OpenAPI's other objects.</summary>
    private static readonly string[] SharedWords =
    [
        "id", "type", "enum", "default", "required", "title", "description", "example", "examples", "deprecated", "xml", "externalDocs",
    ];

    /// <summary>Files and folders that write such a word for something else than the keyword, with the reason.</summary>
    private static readonly Dictionary<string, string> OtherMeanings = new(StringComparer.Ordinal)
    {
        ["src/Contract/Reading/"] = "Fields of OpenAPI's objects; schemas are read by the table.",
        ["src/Contract/Rules/OpenApiRules.cs"] = "The field 'required' of parameters, headers and bodies.",
        ["src/Contract/Model/ResponseKey.cs"] = "The key 'default' of a Responses Object.",
        ["src/Contract/Resources/CreatedIds.cs"] = "A name that properties often have.",
        ["src/Contract/Http/MediaTypeName.cs"] = "A media type's subtype.",
        ["src/MockServer/State/ResourceCreation.cs"] = "A name that properties often have.",
        ["src/Contract.Generation/Data/Numbers/PlausibleNumbers.cs"] = "Words in the names of properties.",
        ["src/Contract.Generation/Examples/Preferences/PreferenceReader.cs"] = "A parameter of the header Prefer, and a key of responses.",
        ["src/Contract.Generation/Examples/Templates/ResponseOrigin.cs"] = "A word of a message.",
        ["src/MockServer/Proxying/Recording/RecordedStub.cs"] = "Members of WireMock's stubs.",
        ["src/MockServer/Admin/Stubs/FindingEndpoints.cs"] = "A member of the admin interface.",
        ["src/MockServer/Admin/Stubs/NearMissEndpoints.cs"] = "Members of WireMock's near misses.",
        ["src/MockServer/Stubs/"] = "Members of WireMock's stubs.",
        ["src/Contract.Export/WireMock/"] = "A member of WireMock's stub mappings, and a word of a key.",
        ["src/MockServer/Responding/"] = "A parameter of the header Preference-Applied, and a word of a message.",
        ["src/Contract/Resources/ResourceNames.cs"] = "Names that properties often have.",
        ["src/Verification/Planning/Requests/InventedData.cs"] = "Names that properties often have.",
        ["src/Verification/Reporting/JUnitReport.cs"] = "An attribute of JUnit's XML.",
    };

    /// <summary>Files that write a name that only keywords have, with the reason.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["src/Contract/Documents/Reference.cs"] = "References are followed before schemas are read; the table takes the name from there.",
        ["src/MockServer/Stubs/Json/FilterRelations.cs"] = "Operators of JSON paths.",
        ["src/MockServer/Stubs/Patterns/PatternNames.cs"] = "Patterns of WireMock's stubs.",
        ["src/MockServer/Stubs/Reading/MappingReader.cs"] = "A stub may name its schema for editors.",
        ["src/MockServer/Stubs/Templates/BlockHelpers.cs"] = "Helpers of WireMock's templates.",
        ["src/MockServer/Stubs/Templates/DateHelpers.cs"] = "Options of helpers of WireMock's templates.",
        ["src/MockServer/Stubs/Templates/JsonHelpers.cs"] = "Options of helpers of WireMock's templates.",
        ["src/MockServer/Stubs/Templates/LogicHelpers.cs"] = "Helpers of WireMock's templates.",
        ["src/MockServer/Stubs/Templates/TemplateReader.cs"] = "Blocks of WireMock's templates.",
        ["src/MockServer/Stubs/Templates/XmlHelpers.cs"] = "Options of helpers of WireMock's templates.",
        ["src/MockServer/Stubs/Reading/ModelTemplates.cs"] = "Helpers of WireMock.Net's templates.",
        ["src/MockServer/Stubs/Reading/RequestPatternReader.cs"] = "A pattern for methods of WireMock 4.",
        ["src/Contract.Export/WireMock/StubPattern.cs"] = "WireMock's patterns.",
        ["src/Contract.Export/WireMockNet/NetPattern.cs"] = "WireMock's patterns.",
        ["src/Verification/Reporting/Sarif/SarifLog.cs"] = "A SARIF log names its own schema.",
    };

    /// <summary>Files that read keywords of nodes without the view, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["src/Contract/Documents/DocumentSet.cs"] = "Follows Reference Objects.",
        ["src/Contract/Linting/UsesByPlace.cs"] = "What an extension means is not known, so each $ref in it may be a reference.",
        ["src/Contract/Reading/Grammar/GrammarWalk.cs"] = "Follows Reference Objects.",
        ["src/Contract/Reading/Grammar/GrammarWalker.cs"] = "Reads Reference Objects.",
        ["src/Contract/Reading/Grammar/PathItemConstraints.cs"] = "The field of a Path Item.",
        ["src/Contract/Reading/OperationReader.cs"] = "The field of a Path Item.",
        ["src/Contract/Rules/RulePlaces.cs"] = "The id of a rule must not change with the dialect.",
        ["src/Contract/Schemas/SecretMark.cs"] = "Parameters and headers have marks too, and a mark that a dialect ignores is still meant.",
    };

    [Fact]
    public void No_keyword_is_read_by_a_text_of_its_own() => Lines(Literal()).ShouldBeEmpty();

    [Fact]
    public void No_keyword_is_written_out() => Written(OnlyOfKeywords).Keys.Except(OtherNames.Keys).ShouldBeEmpty();

    [Fact]
    public void A_word_that_is_also_a_keyword_is_written_out_only_where_it_means_something_else() =>
        Written(SharedWords).Keys.Where(path => !OtherMeanings.Keys.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    [Fact]
    public void The_files_that_write_words_out_do_so()
    {
        OtherNames.Keys.Except(Written(OnlyOfKeywords).Keys).ShouldBeEmpty();
        OtherMeanings.Keys.Where(prefix => !Written(SharedWords).Keys.Any(path => path.StartsWith(prefix, StringComparison.Ordinal)))
            .ShouldBeEmpty();
        SharedWords.Except(AllKeywords).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("if (value.TryGetProperty(\"$ref\", out _))")]
    [InlineData("Text(value, \"$id\") is { } id")]
    [InlineData("own.Has(\"$id\") ? 1 : 2")]
    [InlineData("json.IndexOf(\"\\\"$anchor\\\"\"u8) >= 0")]
    [InlineData("[\"$anchor\", \"minLength\"]")]
    public void A_keyword_that_is_written_out_is_found(string line) => WordsIn(line).Intersect(OnlyOfKeywords).ShouldNotBeEmpty();

    [Theory]
    [InlineData("KeywordNames.Ref")]
    [InlineData("// as \"$ref\" says")]
    [InlineData("/// <c>\"minLength\"</c>")]
    [InlineData("\"the $ref leads nowhere\"")]
    public void A_keyword_in_a_comment_or_a_message_is_not_written_out(string line) => WordsIn(line).Intersect(AllKeywords).ShouldBeEmpty();

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
    [InlineData("schema.Text(Reference.Member)")]
    public void A_reading_past_the_view_is_found(string line) => PastView().IsMatch(line).ShouldBeTrue();

    /// <summary>The view itself, and the table with the keywords of each dialect.</summary>
    private static bool IsOfView(string path) => path is "src/Contract/Schemas/SchemaView.cs" or "src/Contract/Schemas/CountedKeywords.cs"
        || path.StartsWith("src/Contract/Keywords/", StringComparison.Ordinal);

    private static IReadOnlyList<string> AllKeywords { get; } =
    [
        .. Repository.SourceFiles.Single(file => file.Path == Names).Lines
            .Select(line => KeywordName().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value),
        "$ref",
    ];

    private static IReadOnlyList<string> OnlyOfKeywords { get; } = [.. AllKeywords.Except(SharedWords)];

    /// <summary>The lines that write a word out, by file.</summary>
    private static Dictionary<string, List<string>> Written(IReadOnlyCollection<string> words) => Repository.SourceFiles
        .Where(file => IsKit(file.Path) && !file.Path.StartsWith("src/Contract/Keywords/", StringComparison.Ordinal))
        .SelectMany(file => file.Lines.Where(line => WordsIn(line).Any(words.Contains)).Select(line => (file.Path, Line: line.Trim())))
        .GroupBy(found => found.Path, found => found.Line, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    /// <summary>The texts of a line that are names, outside comments.</summary>
    private static IEnumerable<string> WordsIn(string line) =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? [] : Word().Matches(line).Select(match => match.Groups[1].Value);

    /// <summary>The projects that read documents by the kit's table; JsonSchema has its own, of the drafts.</summary>
    private static bool IsKit(string path) => path.StartsWith("src/", StringComparison.Ordinal)
        && !path.StartsWith("src/JsonSchema/", StringComparison.Ordinal)
        && !path.StartsWith("src/ReferenceImpl/", StringComparison.Ordinal);

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
    [GeneratedRegex(
        "(?<!\\bpart)\\.(?:Member|Text|Flag|TryGetProperty|TryGetMember)\\((?:[\\w.]+, )?"
        + "(?:KeywordNames\\.|Reference\\.Member\\b)")]
    private static partial Regex PastView();

    [GeneratedRegex("const string \\w+ = \"([^\"]+)\";")]
    private static partial Regex KeywordName();

    /// <summary>A text that is one word, or one in escaped quotation marks.</summary>
    [GeneratedRegex("\"(?:\\\\\")?([$\\w]+)(?:\\\\\")?\"")]
    private static partial Regex Word();
}
