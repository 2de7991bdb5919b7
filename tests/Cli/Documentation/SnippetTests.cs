using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>The README's C# is compiled: each block stands in a test, line for line.</summary>
public sealed class SnippetTests
{
    private static readonly IReadOnlyList<string[]> Tests =
        [
            .. Directory.EnumerateFiles(Checkout.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
                .Select(file => Lines(File.ReadAllText(file))),
        ];

    public static TheoryData<string> Snippets => [.. Documents.Blocks("README.md", "csharp").Select(block => block.Body)];

    [Theory, MemberData(nameof(Snippets))]
    public void A_snippet_is_compiled_in_a_test(string snippet) => Tests.ShouldContain(test => Holds(test, Lines(snippet)), snippet);

    /// <summary>Whether the lines follow each other in the file, perhaps with others between them.</summary>
    private static bool Holds(string[] file, string[] lines)
    {
        var next = 0;
        foreach (var line in file)
        {
            if (next < lines.Length && line == lines[next])
            {
                next++;
            }
        }

        return next == lines.Length;
    }

    /// <summary>Without indentation, empty lines and what ends a declaration, which in a test has members.</summary>
    private static string[] Lines(string text) =>
        [.. text.Split('\n').Select(line => line.Trim().TrimEnd(';')).Where(line => line.Length > 0)];
}
