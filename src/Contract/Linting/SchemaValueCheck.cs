using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Linting;

/// <summary>Values that stand in a schema and that the schema refuses: its examples, its default, and members of its <c>enum</c> that other
/// keywords rule out.</summary>
internal static class SchemaValueCheck
{
    public static void Run(LintContext context)
    {
        foreach (var place in context.Schemas.All)
        {
            if (place.Node.Member("example") is { } example)
            {
                Judge(context, place, example, LintCodes.ExampleInvalid, "the example");
            }

            foreach (var one in place.Node.Member("examples")?.Elements() ?? [])
            {
                Judge(context, place, one, LintCodes.ExampleInvalid, "the example");
            }

            if (place.Node.Member("default") is { } normal)
            {
                Judge(context, place, normal, LintCodes.DefaultInvalid, "the default");
            }

            foreach (var allowed in place.Node.Member("enum")?.Elements() ?? [])
            {
                Judge(context, place, allowed, LintCodes.EnumContradiction, $"{Shown(allowed.Value)} of the enum");
            }
        }
    }

    /// <summary>A value is reported where no direction takes it.</summary>
    private static void Judge(LintContext context, SchemaPlace place, DocumentNode value, string code, string subject)
    {
        var schema = context.Api.Schemas.At(place.Node);
        IReadOnlyList<SchemaViolation> violations = [];
        foreach (var direction in place.Directions)
        {
            violations = Judgement.Of(value, schema, direction);
            if (violations.Count == 0)
            {
                return;
            }
        }

        if (violations.Count > 0)
        {
            context.Warn(
                code, Judgement.At(value, violations[0]), $"{subject} does not fit its schema: {Judgement.Explain(violations[0])}");
        }
    }

    private static string Shown(JsonElement value) => value.GetRawText() is { Length: <= 40 } text ? text : "a value";
}
