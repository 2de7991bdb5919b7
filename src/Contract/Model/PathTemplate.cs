using System.Text.RegularExpressions;

namespace SocialContract.Contract.Model;

/// <summary>The templates in a path (OpenAPI 3.1, section 4.8.8): <c>/pets/{petId}</c>.</summary>
internal static partial class PathTemplate
{
    /// <summary>Whether the path, or the segment of one, has a template expression; a brace alone is not one.</summary>
    public static bool IsTemplated(string path) => Expressions().IsMatch(path);

    /// <summary>The names in braces, in order.</summary>
    public static IReadOnlyList<string> Names(string path) =>
        IsTemplated(path) ? [.. Expressions().Matches(path).Select(match => match.Groups[1].Value)] : [];

    /// <summary>The path without the names: equal for templates that match the same paths.</summary>
    public static string Shape(string path) => Expressions().Replace(path, "{}");

    /// <summary>The shape of the path down to a parameter; null where the parameter is not a whole segment.</summary>
    public static string? ShapeDownTo(string path, string parameter)
    {
        var expression = $"/{{{parameter}}}";
        var at = $"{path}/".IndexOf($"{expression}/", StringComparison.Ordinal);
        return at < 0 ? null : Shape(path[..(at + expression.Length)]);
    }

    /// <summary>The path with values in place of its expressions, in one pass, since a value may itself contain braces.</summary>
    /// <param name="valueOf">The value for a name; null leaves the expression.</param>
    public static string Filled(string path, Func<string, string?> valueOf) =>
        Expressions().Replace(path, match => valueOf(match.Groups[1].Value) ?? match.Value);

    [GeneratedRegex(@"\{([^{}/]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Expressions();
}
