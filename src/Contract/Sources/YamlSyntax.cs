using YamlDotNet.Core;

namespace SocialApi.Contract.Sources;

/// <summary>Says what is wrong with a YAML text in words that help.</summary>
internal static class YamlSyntax
{
    public static string Explain(string text, YamlException fault)
    {
        var line = LineOf(text, (int)fault.Start.Line);
        var indent = line.AsSpan(0, line.Length - line.AsSpan().TrimStart(" \t").Length);
        if (indent.Contains('\t'))
        {
            return "a tab indents this line; YAML is indented with spaces only";
        }

        var reason = fault.Message;
        var end = reason.LastIndexOf("): ", StringComparison.Ordinal);
        reason = (end < 0 ? reason : reason[(end + 3)..]).TrimEnd('.');
        return reason.Length == 0 ? "this is not YAML" : $"this is not YAML: {char.ToLowerInvariant(reason[0])}{reason[1..]}";
    }

    private static string LineOf(string text, int number)
    {
        using var reader = new StringReader(text);
        string? line = null;
        for (var at = 0; at < number; at++)
        {
            line = reader.ReadLine();
        }

        return line ?? "";
    }
}
