using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>anyOf</c> (core 10.2.1.2).</summary>
internal sealed class AnyOfNode(KeywordSite site, SchemaNode[] branches, BranchHintNode? hint) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new(
        "anyOf",
        SubschemaShape.Array,
        context => new AnyOfNode(context.Site, context.ApplyArray(inPlace: true), BranchHintNode.Beside(context)));

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 60;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        foreach (var branch in branches)
        {
            if (branch.IsValid(ref evaluator, index))
            {
                return true;
            }
        }

        return false;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var valid = false;
        Span<ulong> onStack = stackalloc ulong[EvaluatedSet.StackWords];
        foreach (var branch in branches)
        {
            var set = new EvaluatedSet(onStack, Tapes.Count(evaluator.Tape, index));
            if (branch.Track(ref evaluator, index, set.Bits))
            {
                valid = true;
                set.AddTo(evaluated);
            }

            set.Dispose();
        }

        return valid;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!explainer.WantsAnnotations && IsValid(ref evaluator, index))
        {
            return;
        }

        var tried = new Branch[branches.Length];
        var valid = false;
        for (var i = 0; i < branches.Length; i++)
        {
            tried[i] = explainer.Try(Site, Explainer.ElementToken(i), branches[i], ref evaluator, index);
            valid |= tried[i].IsValid;
        }

        if (!valid)
        {
            var nearest = Nearest.Of(tried, hint?.Select(branches, explainer, index) ?? -1, explainer.InstancePath);
            explainer.Report(Site, ref evaluator, index, Nearest.Expected("at least one", branches.Length, nearest), causes: tried[nearest].Violations);
        }
    }
}
