namespace SocialApi.JsonSchema.Tests.Suite;

/// <summary>The tests of the suite that are not expected to agree, each with its reason.</summary>
internal static class SuiteExceptions
{
    private static readonly Dictionary<(string File, string Group, string Test), string> All = [];

    /// <summary>The reason, or null where the test has to agree.</summary>
    public static string? Find(string file, string group, string test) => All.GetValueOrDefault((file, group, test));
}
