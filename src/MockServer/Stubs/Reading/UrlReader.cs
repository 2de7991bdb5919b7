using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads the URL of a request pattern, which has at most one of five members.</summary>
internal static class UrlReader
{
    /// <summary>In the order in which Java WireMock takes them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["url", "urlPattern", "urlPath", "urlPathPattern", "urlPathTemplate"];

    public static UrlPattern Read(StubNode node)
    {
        List<(string Name, StubNode Node)> given =
            [.. Names.Where(name => node.Member(name) is not null).Select(name => (name, node.Member(name)!.Value))];
        foreach (var (name, other) in given.Skip(1))
        {
            other.Fault($"`{given[0].Name}` is given too; a request pattern has one of {string.Join(", ", Names)}");
        }

        return given is [var (kind, text), ..] && text.Text() is { } expected
            ? Pattern(kind, expected, text) ?? UrlPattern.Any
            : UrlPattern.Any;
    }

    private static UrlPattern? Pattern(string kind, string expected, StubNode node)
    {
        switch (kind)
        {
            case "url":
                CheckPath(expected, node);
                return new UrlPattern.PathAndQuery(expected);
            case "urlPath":
                CheckPath(expected, node);
                if (expected.Contains('?', StringComparison.Ordinal))
                {
                    node.Fault("a path has no query, so it would match nothing; use `queryParameters` or `url`");
                }

                return new UrlPattern.PathOnly(expected);
            case "urlPathTemplate":
                CheckPath(expected, node);
                var template = UrlPathTemplate.Create(expected, out var problem);
                if (template is null)
                {
                    node.Fault(problem);
                }

                return template is null ? null : new UrlPattern.Template(template);
            default:
                var regex = StubRegex.Create(expected, out var fault);
                if (regex is null)
                {
                    node.Fault(fault);
                }

                return regex is null ? null
                    : kind == "urlPattern" ? new UrlPattern.PathAndQueryExpression(regex)
                    : new UrlPattern.PathExpression(regex);
        }
    }

    private static void CheckPath(string expected, StubNode node)
    {
        if (expected is not ['/' or '*', ..])
        {
            node.Fault($"'{expected}' does not begin with a slash, so it would match nothing");
        }
    }
}
