using System.Text.Json;
using System.Text.RegularExpressions;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Reading.References;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Checks the keys of maps.</summary>
internal static partial class KeyCheck
{
    /// <summary>False where the entry means nothing and is not read.</summary>
    public static bool Run(GrammarWalker walker, KeyRule rule, JsonProperty member)
    {
        switch (rule)
        {
            case KeyRule.Component when !ComponentName().IsMatch(member.Name):
                walker.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"the name {Kinds.Shorten(member.Name)} of a component may hold only letters, digits, dots, hyphens and underscores");
                return true;
            case KeyRule.MediaType when !member.Name.StartsWith("x-", StringComparison.Ordinal) && !MediaTypeName().IsMatch(member.Name):
                walker.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"{Kinds.Shorten(member.Name)} is no media type, such as application/json",
                    Nearest.Find(member.Name, CommonMediaTypes));
                return true;
            case KeyRule.MediaType:
                return !member.Name.StartsWith("x-", StringComparison.Ordinal) || member.Name.Contains('/', StringComparison.Ordinal);
            case KeyRule.Path when !member.Name.StartsWith('/'):
                walker.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Error,
                    member,
                    $"the path {Kinds.Shorten(member.Name)} does not begin with a slash, so its operations are not served",
                    $"/{member.Name}");
                return false;
            case KeyRule.Path when member.Name.AsSpan().ContainsAny('?', '#'):
                walker.Report(
                    DiagnosticCodes.Key,
                    DiagnosticSeverity.Warning,
                    member,
                    $"the path {Kinds.Shorten(member.Name)} holds a query or fragment, which no request's path does; describe query parameters instead");
                return true;
            case KeyRule.Path:
                CheckTemplate(walker, member);
                return true;
            case KeyRule.Status:
                return CheckStatus(walker, member);
            case KeyRule.SecurityScheme:
                CheckScheme(walker, member);
                return true;
            default:
                return true;
        }
    }

    private static readonly string[] CommonMediaTypes =
        ["application/json", "application/xml", "application/problem+json", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "text/html", "application/octet-stream"];

    private static void CheckTemplate(GrammarWalker walker, JsonProperty member)
    {
        var names = PathTemplate.Names(member.Name);
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            walker.Report(
                DiagnosticCodes.PathTemplate,
                DiagnosticSeverity.Warning,
                member,
                $"the path {Kinds.Shorten(member.Name)} names a parameter twice");
        }

        var rest = PathTemplate.Shape(member.Name).Replace("{}", "", StringComparison.Ordinal);
        if (rest.AsSpan().ContainsAny('{', '}') || names.Contains(""))
        {
            walker.Report(
                DiagnosticCodes.PathTemplate,
                DiagnosticSeverity.Warning,
                member,
                $"the braces of the path {Kinds.Shorten(member.Name)} do not each hold a name");
        }
    }

    private static bool CheckStatus(GrammarWalker walker, JsonProperty member)
    {
        if (!ResponseKey.TryParse(member.Name, out var key))
        {
            var nearest = member.Name is [>= '1' and <= '5', 'x' or 'X', ..] ? $"{member.Name[0]}XX" : Nearest.Find(
                member.Name, ["default", "200", "201", "204", "400", "401", "403", "404", "422", "500"]);
            walker.Report(
                DiagnosticCodes.Key,
                DiagnosticSeverity.Warning,
                member,
                $"{Kinds.Shorten(member.Name)} is neither a status, nor a range such as 4XX, nor default: the response is ignored",
                nearest);
            return false;
        }

        if (key.ToString() != member.Name)
        {
            walker.Report(DiagnosticCodes.Key, DiagnosticSeverity.Warning, member, $"{member.Name} is written {key}");
        }

        return true;
    }

    private static void CheckScheme(GrammarWalker walker, JsonProperty member)
    {
        var schemes = walker.Documents.Root.Member("components")?.Member("securitySchemes");
        if (schemes?.Member(member.Name) is { } scheme)
        {
            walker.Use(scheme.File, scheme.Pointer);
        }
        else
        {
            var nearest = Nearest.Find(member.Name, schemes?.Members().Select(other => other.Name) ?? []);
            walker.Report(
                DiagnosticCodes.UnknownScheme,
                DiagnosticSeverity.Error,
                member,
                $"components/securitySchemes has no {Kinds.Shorten(member.Name)}, so nobody can meet this requirement",
                nearest);
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ComponentName();

    [GeneratedRegex(@"^[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+\s*(;.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex MediaTypeName();
}
