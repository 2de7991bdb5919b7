using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>A skipped test proves nothing, so a test may skip itself in few places only.</summary>
public partial class SkipTests
{
    /// <summary>Files that skip tests, and why.</summary>
    private static readonly Dictionary<string, string> Skipping = new(StringComparer.Ordinal)
    {
        ["tests/Support/Oracle.cs"] = "data that others wrote is not part of the checkout; where CI is set its absence is a failure",
        ["tests/Verification/Reporting/Chromium.cs"] = "a browser is installed by hand; what the pages say is tested without it",
        ["src/ContractTests/ContractChecksAttribute.cs"] = "a document that cannot be read has no checks; another test fails and says why",
        ["src/ContractTests/ContractVerification.cs"] = "a rule that could not be asked has no result",
    };

    [Fact]
    public void A_test_may_skip_itself_only_for_a_reason() => Repository.SourceFiles
        .Where(file => !Skipping.ContainsKey(file.Path))
        .SelectMany(file => file.Code
            .Where(line => Skip().IsMatch(line.Code))
            .Select(line => $"{file.Path}:{line.Number}: {line.Code.Trim()}"))
        .ShouldBeEmpty();

    [GeneratedRegex(@"Assert\.Skip|\b(Fact|Theory|InlineData|TheoryDataRow)\b.*\bSkip\w* =")]
    private static partial Regex Skip();
}
