using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>unevaluatedItems</c> (core 11.2).</summary>
internal sealed class UnevaluatedItemsNode(KeywordSite site, SchemaNode schema) : UnevaluatedNode(site)
{
    public static Keyword Keyword { get; } = new(
        "unevaluatedItems",
        SubschemaShape.Schema,
        context => new UnevaluatedItemsNode(context.Site, context.Apply(context.Value, "", inPlace: false)));

    public override Kinds Applies => Kinds.Array;

    protected override bool IsRestValid(ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
    {
        var number = 0;
        for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
        {
            if (!EvaluatedSet.Contains(evaluated, number) && !schema.IsValid(ref evaluator, item))
            {
                return false;
            }
        }

        return evaluator.Charge(number);
    }

    protected override void ExplainRest(Explainer explainer, ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
    {
        var number = 0;
        var applied = false;
        for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
        {
            if (!EvaluatedSet.Contains(evaluated, number))
            {
                applied = true;
                explainer.Apply(Site, "", schema, ref evaluator, item, Explainer.ElementToken(number));
            }
        }

        if (applied)
        {
            explainer.Annotate(Site, JsonValue.Create(true));
        }
    }
}
