using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Dialects;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports keywords of validation that the dialect in force ignores, in 3.1, where documents choose dialects. Loading reports those that
/// the version itself does not have, and those beside a reference.
/// </summary>
internal static class IgnoredKeywordLint
{
    public static void Run(LintContext context)
    {
        if (context.Api.Specification == SpecificationVersion.OpenApi30)
        {
            return;
        }

        foreach (var place in context.Schemas.All)
        {
            var dialect = context.Api.View.DialectAt(place.Node);
            foreach (var (name, value) in place.Node.Members())
            {
                if (name == KeywordNames.Schema && !Names(value, dialect))
                {
                    context.Warn(
                        LintCodes.IgnoredKeyword,
                        value,
                        "$schema has no effect: only a schema with an identifier of its own, or the root of a file, names a dialect");
                }

                if (KeywordCatalog.TryFind(name, out var keyword) && IsReported(keyword) && !dialect.Has(name))
                {
                    context.Warn(LintCodes.IgnoredKeyword, value, $"{name} has no effect: the dialect {dialect.Id} does not have it");
                }
            }
        }
    }

    private static bool Names(DocumentNode schema, Dialect dialect) =>
        schema.Value.ValueKind == JsonValueKind.String
        && schema.Value.GetString()!.TrimEnd('#') == dialect.Id.OriginalString.TrimEnd('#');

    private static bool IsReported(SchemaKeyword keyword) =>
        keyword.IsIn(SpecificationVersion.OpenApi31)
        && keyword.Role is not (KeywordRole.Core or KeywordRole.Definitions or KeywordRole.Hint or KeywordRole.Annotation);
}
