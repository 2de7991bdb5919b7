using System.Text;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>
/// A template of a path: <c>/pets/{id}</c>, where a variable is at least one character other than a slash, and <c>**</c> is any text.
/// </summary>
internal sealed partial class UrlPathTemplate
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex _regex;
    private readonly IReadOnlyList<string> _groups;

    private UrlPathTemplate(string text, string expression, IReadOnlyList<string> groups)
    {
        (Text, _groups) = (text, groups);
        _regex = new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline, Timeout);
    }

    /// <summary>As in the stub's JSON.</summary>
    public string Text { get; }

    /// <summary>The names of the variables; wildcards have numbers, from 0.</summary>
    public IReadOnlyList<string> Variables => _groups;

    /// <summary>With an underscore for each variable, for the distance of a path that does not match.</summary>
    public string WithoutVariables => Symbol().Replace(Text, "_");

    /// <param name="fault">What is wrong.</param>
    /// <returns>Null if a variable occurs twice.</returns>
    public static UrlPathTemplate? Create(string text, out string fault)
    {
        var expression = new StringBuilder(@"\A");
        var groups = new List<string>();
        var (at, wildcards) = (0, 0);
        foreach (Match symbol in Symbol().Matches(text))
        {
            expression.Append(Regex.Escape(text[at..symbol.Index])).Append(symbol.Value == "**" ? "(.*?)" : "([^/]+)");
            groups.Add(symbol.Value == "**" ? $"{wildcards++}" : NameOf(symbol.Groups["variable"].Value));
            at = symbol.Index + symbol.Length;
        }

        var twice = groups.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        fault = twice is null ? "" : $"the variable {{{twice}}} occurs twice";
        return twice is null ? new(text, expression.Append(Regex.Escape(text[at..])).Append(@"\z").ToString(), groups) : null;
    }

    public bool Matches(string path) => _regex.IsMatch(path);

    /// <summary>The values of the variables, percent-encoded as sent; empty if the path does not match.</summary>
    public IReadOnlyDictionary<string, string> Values(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_regex.Match(path) is { Success: true } match)
        {
            for (var index = 0; index < _groups.Count; index++)
            {
                values[_groups[index]] = match.Groups[index + 1].Value;
            }
        }

        return values;
    }

    /// <summary>The dots, semicolons and asterisks of RFC 6570 and OpenAPI styles do not count.</summary>
    private static string NameOf(string variable) => string.Concat(variable.Where(character => character is not ('.' or ';' or '*')));

    [GeneratedRegex(@"\{(?<variable>[^}]+)\}|\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();
}
