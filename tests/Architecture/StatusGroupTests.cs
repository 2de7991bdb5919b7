using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>
/// What a status says of a request is written once, in <c>RefusalStatuses</c>, and how a key of <c>responses</c> is read once, in
/// <c>ResponseKey</c>.
/// </summary>
public partial class StatusGroupTests
{
    private const string Statuses = "src/Contract/Rules/RefusalStatuses.cs";

    private const string Keys = "src/Contract/Model/ResponseKey.cs";

    /// <summary>Files that ask for a single status, with the reason.</summary>
    private static readonly Dictionary<string, string> Single = new(StringComparer.Ordinal)
    {
        ["src/Verification/Judging/Preflight.cs"] = "A wrong base URL is recognized by 404 alone; 405 and 410 show that a path is known.",
        ["src/MockServer/Responding/Refusals.cs"] = "A 401, and no other response, must have WWW-Authenticate (RFC 9110, section 15.5.2).",
    };

    [Fact]
    public void No_other_file_compares_with_a_status_that_refuses() =>
        Lines(Comparison()).Where(line => line.Path != Statuses && !Single.ContainsKey(line.Path)).ShouldBeEmpty();

    [Fact]
    public void The_exceptions_are_needed() =>
        Single.Keys.Except(Lines(Comparison()).Select(line => line.Path)).ShouldBeEmpty();

    [Fact]
    public void No_other_file_reads_the_text_of_a_response_key() =>
        Lines(KeyText()).Where(line => line.Path != Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("observed.Result.Code is 404 or 405")]
    [InlineData("response is { Status: \"415\" }")]
    [InlineData("result is { Code: not 405 }")]
    [InlineData("status == 403")]
    [InlineData("code is 422")]
    public void A_comparison_with_a_status_is_found(string line) => Comparison().IsMatch(line).ShouldBeTrue();

    [Theory]
    [InlineData("response.Status[0] == kind")]
    [InlineData("response.Status == \"default\"")]
    [InlineData("\"default\" == response.Status")]
    [InlineData("is { Status: not \"default\" }")]
    [InlineData("response.Status.StartsWith('2')")]
    [InlineData("response.Status is ['4', ..]")]
    [InlineData("response.Status.Equals(\"default\", StringComparison.Ordinal)")]
    [InlineData("response.Status switch")]
    public void A_reading_of_a_key_is_found(string line) => KeyText().IsMatch(line).ShouldBeTrue();

    private static IEnumerable<(string Path, string Line)> Lines(Regex pattern) => Repository.SourceFiles
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal))
        .SelectMany(file => file.Lines
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line))
            .Select(line => (file.Path, line.Trim())));

    /// <summary>A comparison or a pattern with such a status, as a number or as a text.</summary>
    [GeneratedRegex(
        "(?:[=!]=|\\b(?:is|not|or|and)\\b|\\b(?:Code|Status):)\\s*(?:not\\s+)?\\(?\"?(?:401|403|404|405|410|415|422)\\b")]
    private static partial Regex Comparison();

    /// <summary>A comparison, a pattern or a part of <c>Response.Status</c>, which is a text.</summary>
    [GeneratedRegex(
        "\\bresponse\\??\\.Status switch|\\bStatus(?:\\[|\\.(?:StartsWith|Equals|Length|AsSpan|EndsWith)\\b)"
        + "|\\bStatus\\s*(?:[=!]=|is(?:\\s+not)?)\\s*(?:\\$?\"|\\[)|\\bStatus:\\s*(?:not\\s+)?(?:\"|\\[)"
        + "|\"\\s*[=!]=\\s*[\\w.]*\\.Status\\b")]
    private static partial Regex KeyText();
}
