using System.Text.Json;
using System.Text.RegularExpressions;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks the keys of maps.</summary>
internal static partial class KeyConstraints
{
    /// <summary>False if the entry has no meaning and is not read.</summary>
    public static bool Run(GrammarWalk walk, KeyRule rule, JsonProperty member)
    {
        switch (rule)
        {
            case KeyRule.Component when !ComponentName().IsMatch(member.Name):
                walk.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"the name {ValueWords.Shorten(member.Name)} of a component may contain only letters, digits, dots, "
                        + "hyphens and underscores");
                return true;
            case KeyRule.MediaType when !member.Name.StartsWith("x-", StringComparison.Ordinal) && !IsMediaType(member.Name):
                walk.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"{ValueWords.Shorten(member.Name)} is not a media type such as application/json",
                    NearestName.Find(member.Name, CommonMediaTypes));
                return true;
            case KeyRule.MediaType:
                return !member.Name.StartsWith("x-", StringComparison.Ordinal) || member.Name.Contains('/', StringComparison.Ordinal);
            case KeyRule.Path when !member.Name.StartsWith('/'):
                walk.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Error,
                    member,
                    $"the path {ValueWords.Shorten(member.Name)} does not begin with a slash, so its operations are not served",
                    $"/{member.Name}");
                return false;
            case KeyRule.Path when member.Name.AsSpan().ContainsAny('?', '#'):
                walk.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"the path {ValueWords.Shorten(member.Name)} contains a query or fragment, which a request's path never does; "
                        + "describe query parameters instead");
                return true;
            case KeyRule.Path:
                CheckTemplate(walk, member);
                return true;
            case KeyRule.Status:
                return CheckStatus(walk, member);
            case KeyRule.SecurityScheme:
                CheckScheme(walk, member);
                return true;
            default:
                return true;
        }
    }

    private static readonly string[] CommonMediaTypes =
    [
        "application/json",
        "application/xml",
        "application/problem+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "text/html",
        "application/octet-stream",
    ];

    private static void CheckTemplate(GrammarWalk walk, JsonProperty member)
    {
        var names = PathTemplate.Names(member.Name);
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            walk.Report(
                DiagnosticCodes.PathTemplate,
                DiagnosticSeverity.Warning,
                member,
                $"the path {ValueWords.Shorten(member.Name)} contains a parameter twice");
        }

        var rest = PathTemplate.Shape(member.Name).Replace("{}", "", StringComparison.Ordinal);
        if (rest.AsSpan().ContainsAny('{', '}') || names.Contains(""))
        {
            walk.Report(
                DiagnosticCodes.PathTemplate,
                DiagnosticSeverity.Warning,
                member,
                $"the path {ValueWords.Shorten(member.Name)} has braces without a name");
        }
    }

    private static bool CheckStatus(GrammarWalk walk, JsonProperty member)
    {
        if (!ResponseKey.TryParse(member.Name, out var key))
        {
            var nearest = member.Name is [>= '1' and <= '5', 'x' or 'X', ..] ? $"{member.Name[0]}XX" : NearestName.Find(
                member.Name, ["default", "200", "201", "204", "400", "401", "403", "404", "422", "500"]);
            walk.Report(
                DiagnosticCodes.Key,
                DiagnosticSeverity.Warning,
                member,
                $"{ValueWords.Shorten(member.Name)} is neither a status, nor a range such as 4XX, nor default; the response is ignored",
                nearest);
            return false;
        }

        if (key.ToString() != member.Name)
        {
            walk.Report(DiagnosticCodes.Key, DiagnosticSeverity.Warning, member, $"{member.Name} should be written {key}");
        }

        return true;
    }

    private static void CheckScheme(GrammarWalk walk, JsonProperty member)
    {
        var schemes = walk.Documents.Root.Member("components")?.Member("securitySchemes");
        if (schemes?.Member(member.Name) is { } scheme)
        {
            walk.UseNamed(scheme);
        }
        else
        {
            var nearest = walk.Nearest(member.Name, schemes?.Members().Select(other => other.Name) ?? []);
            walk.Report(
                DiagnosticCodes.UnknownScheme,
                DiagnosticSeverity.Error,
                member,
                $"components/securitySchemes has no {ValueWords.Shorten(member.Name)}, so no request can meet this requirement",
                nearest);
        }
    }

    /// <summary>A header's value may begin with spaces, a key may not.</summary>
    private static bool IsMediaType(string key) => !key.StartsWith(' ') && MediaTypeName.TryParse(key, out _);

    [GeneratedRegex("^[a-zA-Z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentName();
}
