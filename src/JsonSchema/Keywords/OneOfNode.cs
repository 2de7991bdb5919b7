using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>oneOf</c> (core 10.2.1.3).</summary>
internal sealed class OneOfNode(KeywordSite site, SchemaNode[] branches, BranchHintNode? hint) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new(
        "oneOf",
        SubschemaShape.Array,
        context => new OneOfNode(context.Site, context.ApplyArray(inPlace: true), BranchHintNode.Beside(context)));

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 60;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var valid = 0;
        foreach (var branch in branches)
        {
            if (branch.IsValid(ref evaluator, index) && ++valid > 1)
            {
                return false;
            }
        }

        return valid == 1;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var valid = 0;
        Span<ulong> onStack = stackalloc ulong[EvaluatedSet.StackWords];
        foreach (var branch in branches)
        {
            var set = new EvaluatedSet(onStack, Tapes.Count(evaluator.Tape, index));
            if (branch.Track(ref evaluator, index, set.Bits))
            {
                valid++;
                set.AddTo(evaluated);
            }

            set.Dispose();
        }

        return valid == 1;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!explainer.WantsAnnotations && IsValid(ref evaluator, index))
        {
            return;
        }

        var tried = new Branch[branches.Length];
        for (var i = 0; i < branches.Length; i++)
        {
            tried[i] = explainer.Try(Site, Explainer.ElementToken(i), branches[i], ref evaluator, index);
        }

        var valid = Enumerable.Range(0, tried.Length).Where(i => tried[i].IsValid).ToList();
        if (valid.Count > 1)
        {
            var found = $"a value that branches {string.Join(", ", valid.SkipLast(1))} and {valid[^1]} all accept";
            explainer.Report(Site, ref evaluator, index, $"exactly one of {branches.Length} branches to accept it", found);
        }
        else if (valid.Count == 0 && tried.Length > 0)
        {
            var nearest = Nearest.Of(tried, hint?.Select(branches, explainer, index) ?? -1, explainer.InstancePath);
            explainer.Report(Site, ref evaluator, index, Nearest.Expected("exactly one", branches.Length, nearest), causes: tried[nearest].Violations);
        }
    }
}
