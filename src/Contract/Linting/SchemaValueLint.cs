using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>
/// Reports values in a schema that do not match the schema: its examples, its default, and members of its <c>enum</c> that other keywords
/// exclude.
/// </summary>
internal static class SchemaValueLint
{
    public static void Run(LintContext context)
    {
        var view = context.Api.View;
        foreach (var place in context.Schemas.All)
        {
            if (view.Keyword(place.Node, KeywordNames.Example) is { } example)
            {
                Judge(context, place, example, LintCodes.ExampleInvalid, "the example");
            }

            foreach (var listed in view.Keyword(place.Node, KeywordNames.Examples)?.Elements() ?? [])
            {
                Judge(context, place, listed, LintCodes.ExampleInvalid, "the example");
            }

            if (view.Keyword(place.Node, KeywordNames.Default) is { } standard)
            {
                Judge(context, place, standard, LintCodes.DefaultInvalid, "the default");
            }

            foreach (var allowed in view.Keyword(place.Node, KeywordNames.Enum)?.Elements() ?? [])
            {
                Judge(context, place, allowed, LintCodes.EnumContradiction, $"{Shown(allowed.Value)} of the enum");
            }
        }
    }

    /// <summary>Reports a value that does not match in any direction.</summary>
    private static void Judge(LintContext context, LintedSchema place, DocumentNode value, string code, string subject)
    {
        var schema = context.Api.Schemas.At(place.Node);
        IReadOnlyList<SchemaViolation> violations = [];
        foreach (var direction in place.Directions)
        {
            violations = SchemaJudgement.Of(value, schema, direction);
            if (violations.Count == 0)
            {
                return;
            }
        }

        if (violations.Count > 0)
        {
            context.Warn(
                code, SchemaJudgement.At(
                    value, violations[0]), $"{subject} does not match its schema: {SchemaJudgement.Explain(violations[0])}");
        }
    }

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: <= 40 } text ? text : "a value";
}
