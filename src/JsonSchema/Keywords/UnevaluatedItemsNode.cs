using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>unevaluatedItems</c> (core 11.2); see <see cref="UnevaluatedPropertiesNode"/>.</summary>
internal sealed class UnevaluatedItemsNode(KeywordSite site, SchemaNode schema) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new(
        "unevaluatedItems",
        SubschemaShape.Schema,
        context => new UnevaluatedItemsNode(context.Site, context.Apply(context.Value, "", inPlace: false)));

    public override Kinds Applies => Kinds.Array;

    public override bool AsksOthers => true;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var set = new EvaluatedSet(stackalloc ulong[EvaluatedSet.StackWords], Tapes.Count(evaluator.Tape, index));
        var valid = Site.Schema.TrackOthers(ref evaluator, index, set.Bits) && AreRestValid(ref evaluator, index, set.Bits);
        set.Dispose();
        return valid;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var valid = IsValid(ref evaluator, index);
        EvaluatedSet.SetFirst(evaluated, Tapes.Count(evaluator.Tape, index));
        return valid;
    }

    /// <summary>Says nothing where another keyword of the schema already refuses the instance: then nobody knows what is evaluated.</summary>
    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var set = new EvaluatedSet(stackalloc ulong[EvaluatedSet.StackWords], Tapes.Count(evaluator.Tape, index));
        if (Site.Schema.TrackOthers(ref evaluator, index, set.Bits))
        {
            var number = 0;
            var applied = false;
            for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
            {
                if (!EvaluatedSet.Contains(set.Bits, number))
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

        set.Dispose();
    }

    private bool AreRestValid(ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
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
}
