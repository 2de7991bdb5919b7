using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>Texts and comments are plain technical English: these phrases were riddles for readers, and must not come back.</summary>
public partial class PlainWordsTests
{
    private const string Riddle = "say it with a subject, a verb and a domain noun";

    /// <summary>
    /// Phrases (regular expressions) that no string or comment of <c>src</c> and no name of a test may have, and what to write instead.
    /// </summary>
    private static readonly (Regex Phrase, string Advice)[] Banned =
    [
        (Phrase(@"\b(the|an|no|any|each|every|complete|broken|mock's|server's) answers?\b(?! to\b)"), "response is OpenAPI's word"),
        (Phrase(@"\bnobody\b|\bsomebody\b"), "name the user, client, server or document"),
        (Phrase(@"\bfor want of\b"), "because there is no"),
        (Phrase(@"\bof its own accord\b"), "by itself"),
        (Phrase(@" beneath "), "below a path, or child of a resource"),
        (Phrase(@"\b(neither|nor) demanded\b|\bdemanded nor\b"), "undecided"),
        (Phrase(@"\bslip of the pen\b"), "misspelling"),
        (Phrase(@"(?<!there )\b(is|are) no (?!longer\b|more\b|evidence\b)[a-z]"), "is not a"),
        (Phrase(@"\b(is|are) no more\b(?! than\b)"), "no longer exists"),
        (Phrase(@"\bgoes$"), "is removed, ends"),
        (Phrase(@"\bit stands\b|\bstands? (in|at|on|twice|once|beside|before)\b"), "is in, appears in"),
        (Phrase(@"\bis told\b|\bare told\b(?! (apart|to)\b)|\btold (once|twice|in)\b"), "is reported"),
        (Phrase(@"\b(in vain|anew|thereof|therein|lest|hence)\b"), "an everyday word"),
        (Phrase(@"\bbecame of\b|\bbecomes of\b"), "the result of"),
        (Phrase(@"\bspeaks? (of|about)\b|\bspoken of\b"), "applies to, describes, matches"),
        (Phrase(@"\bthings\b"), "what they are: resources, values, changes"),
        (Phrase(@"\bgood until\b"), "valid until"),
        (Phrase(@"\bhas gone\b|\bwent away\b|\bgoes away\b"), "disconnected, ended, was deleted"),
        (Phrase(@"\bas (it|they) stands?\b"), "unchanged, as written"),
        (Phrase(@"\bof no particular\b"), "without a particular"),
        (Phrase(@"\bthe (number|status|row|rule)'s\b(?! [a-z])"), Riddle),
        (Phrase(@"\bnothing (is said|is known|need be)\b|\bis nothing of\b"), Riddle),
    ];

    [Fact]
    public void No_text_and_no_comment_of_the_sources_has_a_banned_phrase() => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
        .SelectMany(file => Texts(file).SelectMany(text => FaultsOf(text.Text).Select(fault => $"{file.Path}:{text.Line}: {fault}")))
        .ShouldBeEmpty();

    [Fact]
    public void No_name_of_a_test_has_a_banned_phrase() => Repository.SourceFiles
        .SelectMany(file => TestNames(file).SelectMany(name => FaultsOf(name.Text).Select(fault => $"{file.Path}:{name.Line}: {fault}")))
        .ShouldBeEmpty();

    [Fact]
    public void No_line_of_the_document_or_the_documentation_has_a_banned_phrase() => Repository.Files("docs", "*.md")
        .Concat(["README.md", "spec/README.md", "spec/openapi.yaml"])
        .SelectMany(path => File.ReadAllLines(Repository.PathOf(path))
            .SelectMany((line, index) => FaultsOf(line).Select(fault => $"{path}:{index + 1}: {fault}")))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("the answer is application/json", "'the answer': response is OpenAPI's word")]
    [InlineData("the answer to everything is 42", null)]
    [InlineData("a user id is no integer", "'is no i': is not a")]
    [InlineData("there is no integer, and it is no longer needed", null)]
    [InlineData("The answer is JSON", "'The answer': response is OpenAPI's word")]
    [InlineData("The rule of an entry is no more", "'is no more': no longer exists")]
    [InlineData("A plan is no more than a list of requests", null)]
    [InlineData("An entry that passes goes", "'goes': is removed, ends")]
    [InlineData("Users are told of it", "'are told': is reported")]
    [InlineData("Two lines are told apart", null)]
    [InlineData("Anew, it is read", "'Anew': an everyday word")]
    [InlineData("Nobody compares it", "'Nobody': name the user, client, server or document")]
    public void A_phrase_is_found_with_its_advice(string text, string? fault) =>
        FaultsOf(text).ShouldBe(fault is null ? [] : [fault]);

    [Fact]
    public void A_phrase_is_found_in_a_string_and_across_the_lines_of_a_comment()
    {
        var file = new SourceFile("src/X.cs", ["/// A port is taken for want", "/// of another.", "var text = $\"the answer {x}\";"]);

        Texts(file).Select(text => (text.Line, text.Text))
            .ShouldBe([(1, "A port is taken for want of another."), (3, "the answer {x}")]);
    }

    [Fact]
    public void A_phrase_is_found_in_the_name_of_a_test()
    {
        var file = new SourceFile("tests/X.cs", ["[Fact]", "public async Task What_is_no_baseline_is_refused() =>"]);

        TestNames(file).ShouldBe([(2, "What is no baseline is refused")]);
    }

    private static Regex Phrase(string expression) =>
        new(expression, RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static IEnumerable<string> FaultsOf(string text) => Banned
        .Select(banned => (Match: banned.Phrase.Match(text), banned.Advice))
        .Where(found => found.Match.Success)
        .Select(found => $"'{found.Match.Value}': {found.Advice}");

    /// <summary>The name of each test, in words, with its line.</summary>
    private static IEnumerable<(int Line, string Text)> TestNames(SourceFile file) => file.Lines
        .Select((line, index) => (Line: index + 1, Match: TestName().Match(line)))
        .Where(found => found.Match.Success)
        .Select(found => (found.Line, found.Match.Groups["name"].Value.Replace('_', ' ')));

    /// <summary>Each comment as one text, and each string literal of a line, with the line where it begins.</summary>
    private static IEnumerable<(int Line, string Text)> Texts(SourceFile file)
    {
        var comment = new List<string>();
        for (var index = 0; index <= file.Lines.Count; index++)
        {
            var line = index < file.Lines.Count ? file.Lines[index].Trim() : "";
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                comment.Add(line.TrimStart('/', ' '));
                continue;
            }

            if (comment.Count > 0)
            {
                yield return (index + 1 - comment.Count, string.Join(' ', comment));
                comment.Clear();
            }

            foreach (Match literal in Literal().Matches(line))
            {
                yield return (index + 1, literal.Groups["text"].Value);
            }
        }
    }

    [GeneratedRegex(@"^\s*public (async )?\S+ (?<name>[A-Z]\w*_\w+)\(")]
    private static partial Regex TestName();

    [GeneratedRegex("""
        "(?<text>(?:[^"\\]|\\.)*)"
        """)]
    private static partial Regex Literal();
}
