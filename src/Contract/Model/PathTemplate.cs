using System.Text.RegularExpressions;

namespace SocialContract.Contract.Model;

/// <summary>The templates in a path (OpenAPI 3.1, section 4.8.8): <c>/pets/{petId}</c>.</summary>
internal static partial class PathTemplate
{
    /// <summary>The names in braces, in order.</summary>
    public static IReadOnlyList<string> Names(string path) =>
        path.Contains('{', StringComparison.Ordinal) ? [.. Expressions().Matches(path).Select(match => match.Groups[1].Value)] : [];

    /// <summary>The path without the names: equal for templates that match the same paths.</summary>
    public static string Shape(string path) => Expressions().Replace(path, "{}");

    [GeneratedRegex(@"\{([^{}/]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expressions();
}
