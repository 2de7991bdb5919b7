using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>pattern</c> (validation 6.3.3): ECMA-262, matching anywhere in the string.</summary>
internal sealed class PatternKeywordNode(KeywordSite site, EcmaPattern pattern) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("pattern", SubschemaShape.None, Create);

    public override Kinds Applies => Kinds.String;

    public override int Cost => 20;

    public override bool IsValid(ref Evaluator evaluator, int index) => Strings.IsMatch(ref evaluator, index, pattern);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, $"a string that matches {Describe.Json(pattern.Source)}");
        }
    }

    private static KeywordNode? Create(KeywordContext context)
    {
        if (context.Value.ValueKind != System.Text.Json.JsonValueKind.String)
        {
            return context.Unexpected("a regular expression, a string");
        }

        return context.TryPattern(context.Value.GetString()!, out var pattern)
            ? new PatternKeywordNode(context.Site, pattern)
            : null;
    }
}
