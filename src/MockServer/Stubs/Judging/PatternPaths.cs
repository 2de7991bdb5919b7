using System.Buffers;
using SocialContract.Contract.Model;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Judging;

/// <summary>Finds regular expressions of a URL that match no path of the document, where their first characters tell.</summary>
internal static class PatternPaths
{
    private static readonly SearchValues<char> Metacharacters = SearchValues.Create(@"\.[](){}*+?^$|");

    public static StubFinding? Judge(UrlPattern? url, ServedContract contract)
    {
        if (ExpressionOf(url) is not { } expression || PrefixOf(expression) is not { Length: > 0 } prefix
            || prefix.Any(character => character is '%' || !char.IsAscii(character)))
        {
            return null;
        }

        var known = contract.Description.Operations.SelectMany(Beginnings);
        if (known.Any(beginning => Fits(beginning, prefix)))
        {
            return null;
        }

        var nearest = contract.Router.Nearest(prefix, 1);
        return new StubFinding(
            $"/request/{url!.Name}",
            $"The document has no path that begins with {prefix}" + (nearest.Count == 0 ? "." : $"; did you mean {nearest[0]}?"));
    }

    private static string? ExpressionOf(UrlPattern? url) => url switch
    {
        UrlPattern.PathExpression path => path.Regex.Expression,
        UrlPattern.PathAndQueryExpression all => all.Regex.Expression,
        _ => null,
    };

    private static bool Fits(string beginning, string prefix) =>
        prefix.StartsWith(beginning, StringComparison.Ordinal) || beginning.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>What the operation's paths begin with, up to the first parameter; a trailing slash may be missing.</summary>
    private static IEnumerable<string> Beginnings(Operation operation) => operation.BasePaths.Append("")
        .Select(basePath => basePath.TrimEnd('/') + operation.Path)
        .Select(path => path.Split('{') is [var beginning, _, ..] ? beginning : path.TrimEnd('/'));

    /// <summary>The characters that every text that matches begins with; empty if there are none, or if that is not certain.</summary>
    private static string PrefixOf(string expression)
    {
        if (expression.Contains('|', StringComparison.Ordinal))
        {
            return "";
        }

        var text = expression.StartsWith('^') ? expression[1..] : expression;
        var end = text.AsSpan().IndexOfAny(Metacharacters);
        if (end < 0)
        {
            return text;
        }

        // A quantifier makes the character before it optional.
        return text[..(text[end] is '?' or '*' or '{' ? Math.Max(0, end - 1) : end)];
    }
}
