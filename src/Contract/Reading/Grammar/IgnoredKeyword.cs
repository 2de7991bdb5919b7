using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Reading.Grammar;

/// <summary>Reports keywords of schemas that have no effect, with the schemas in them.</summary>
internal static class IgnoredKeyword
{
    /// <summary>
    /// Reports what is ignored beside a reference, but not documentation. In 3.1 the keywords that identify or contain schemas are not
    /// reported either: <c>definitions</c> beside the <c>$ref</c> of a file's root is usual; nor is what no version knows.
    /// </summary>
    public static void ReportSibling(GrammarWalk walk, DialectKeywords dialect, JsonProperty member)
    {
        var name = member.Name;
        var isVersion30 = walk.Specification == SpecificationVersion.OpenApi30;
        var isHarmless = KeywordCatalog.TryFind(name, out var keyword)
            ? keyword.Role == KeywordRole.Annotation || (!isVersion30 && keyword.Role is KeywordRole.Core or KeywordRole.Definitions)
            : !isVersion30 || name == "summary" || name.StartsWith("x-", StringComparison.Ordinal);
        if (!isHarmless)
        {
            walk.Report(
                DiagnosticCodes.BesideReference,
                DiagnosticSeverity.Warning,
                member,
                $"{(isVersion30 ? "OpenAPI 3.0" : $"the dialect {dialect.Id}")} ignores {name} beside $ref; put both into an allOf");
        }
    }

    /// <summary>Reports a keyword that only another version has.</summary>
    public static void ReportOtherVersion(GrammarWalk walk, SchemaKeyword keyword, JsonProperty member)
    {
        if (walk.IsFull)
        {
            return;
        }

        var (version, other) = walk.Specification == SpecificationVersion.OpenApi30 ? ("3.0", "OpenAPI 3.1") : ("3.1", "OpenAPI 3.0");
        var origin = keyword.Versions == KeywordVersions.Older ? "older drafts of JSON Schema" : other;
        walk.Report(
            DiagnosticCodes.UnknownKeyword,
            DiagnosticSeverity.Warning,
            member,
            $"OpenAPI {version} ignores {keyword.Name}, a keyword of {origin}; "
                + (keyword.Instead is { } instead ? $"write {instead}" : $"{version} has no equivalent, so say it in the description"));
    }
}
