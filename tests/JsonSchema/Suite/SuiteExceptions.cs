namespace SocialContract.JsonSchema.Tests.Suite;

/// <summary>The tests of the suite that the evaluator disagrees with, each with the reason.</summary>
internal static class SuiteExceptions
{
    private const string ContentIsAnnotation =
        "Draft 7 lets an implementation assert content (validation 8.2); here it is an annotation in every draft, as 2019-09 and 2020-12 "
        + "require.";

    private const string Content = "tests/draft7/optional/content.json";
    private const string BinaryJson = "validation of binary-encoded media type documents";

    private static readonly Dictionary<(string File, string Group, string Test), string> All = new()
    {
        [(Content, "validation of string-encoded content based on media type", "an invalid JSON document")] =
            ContentIsAnnotation,
        [(Content, "validation of binary string-encoding", "an invalid base64 string (% is not a valid character)")] =
            ContentIsAnnotation,
        [(Content, BinaryJson, "a validly-encoded invalid JSON document")] =
            ContentIsAnnotation,
        [(Content, BinaryJson, "an invalid base64 string that is valid JSON")] =
            ContentIsAnnotation,
    };

    /// <summary>The reason, or null where the test has to agree.</summary>
    public static string? Find(string file, string group, string test) => All.GetValueOrDefault((file, group, test));
}
