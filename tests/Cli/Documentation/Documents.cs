using System.Text.RegularExpressions;
using SocialContract.Contract.Tests.Spec;

namespace SocialContract.Cli.Tests.Documentation;

/// <summary>The repository's Markdown: what a reader copies from it.</summary>
internal static partial class Documents
{
    private static readonly string[] Files =
        ["README.md", "spec/README.md", .. In("docs"), .. In("docs/adr")];

    /// <summary>
    /// Lines of code, in fenced blocks and in spans, each with its file; a line that ends in a backslash goes on in the next.
    /// </summary>
    public static IEnumerable<(string File, string Line)> Code() =>
        from file in Files
        let text = File.ReadAllText(Checkout.PathOf(file))
        from line in Blocks(text).SelectMany(block => Continued(block.Body)).Concat(Spans(text))
        select (file, line);

    /// <summary>The fenced blocks of a language.</summary>
    public static IEnumerable<(string File, string Body)> Blocks(string file, string language) =>
        Blocks(File.ReadAllText(Checkout.PathOf(file))).Where(block => block.Language == language).Select(block => (file, block.Body));

    private static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(Checkout.PathOf(folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}");

    private static IEnumerable<(string Language, string Body)> Blocks(string text) =>
        Fence().Matches(text).Select(match => (match.Groups["language"].Value, match.Groups["body"].Value));

    private static IEnumerable<string> Spans(string text) =>
        Span().Matches(Fence().Replace(text, "")).Select(match => match.Groups["code"].Value);

    private static IEnumerable<string> Continued(string block) => Continuation().Replace(block, " ").Split('\n');

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Span();

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continuation();
}
