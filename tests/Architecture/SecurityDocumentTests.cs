using System.Text.RegularExpressions;

namespace SocialContract.Architecture;

/// <summary>docs/security.md links each promise to its test.</summary>
public partial class SecurityDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs/security.md"));

    private static readonly Dictionary<string, string> Tests = Repository.SourceFiles
        .Where(file => file.Path.StartsWith("tests/", StringComparison.Ordinal) && file.Path.EndsWith("Tests.cs", StringComparison.Ordinal))
        .GroupBy(file => Path.GetFileNameWithoutExtension(file.Path), StringComparer.Ordinal)
        .ToDictionary(
            group => group.Key,
            group => string.Concat(group.Select(file => File.ReadAllText(Repository.PathOf(file.Path)))),
            StringComparer.Ordinal);

    [Fact]
    public void Every_promise_names_a_test() => Lines
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line is not ("| Promise | Test |" or "| --- | --- |"))
        .Where(line => !Named().IsMatch(line))
        .ShouldBeEmpty();

    [Fact]
    public void Every_named_test_is_there() => Lines
        .SelectMany(line => Named().Matches(line))
        .Where(name => !Tests.TryGetValue(name.Groups["type"].Value, out var source)
            || (name.Groups["method"].Value is { Length: > 0 } method && !source.Contains($" {method}(", StringComparison.Ordinal)))
        .Select(name => name.Value)
        .ShouldBeEmpty();

    [GeneratedRegex(@"`(?<type>\w+Tests)(\.(?<method>\w+))?`")]
    private static partial Regex Named();
}
