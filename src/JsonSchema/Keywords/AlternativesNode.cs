using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>What <c>anyOf</c> and <c>oneOf</c> share: alternatives of which some have to accept the instance.</summary>
/// <param name="howMany">How many alternatives have to accept the instance, as it is read before 'of 3 alternatives'.</param>
/// <param name="hint">Selects the alternative to explain; null where no keyword does.</param>
internal abstract class AlternativesNode(KeywordSite site, string howMany, SchemaNode[] branches, BranchHintNode? hint) : KeywordNode(site)
{
    public override Kinds Applies => Kinds.Any;

    public override int Cost => 60;

    protected SchemaNode[] Branches { get; } = branches;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!explainer.WantsAnnotations && IsValid(ref evaluator, index))
        {
            return;
        }

        var tried = new Branch[Branches.Length];
        var valid = new List<int>();
        for (var i = 0; i < tried.Length; i++)
        {
            tried[i] = explainer.Try(Site, Explainer.ElementToken(i), Branches[i], ref evaluator, index);
            if (tried[i].IsValid)
            {
                valid.Add(i);
            }
        }

        if (valid.Count == 0)
        {
            var nearest = Nearest.Of(tried, hint?.Select(Branches, explainer, index) ?? -1, explainer.InstancePath);
            var expected = Nearest.Expected(howMany, tried.Length, nearest);
            explainer.Report(Site, ref evaluator, index, expected, causes: tried[nearest].Violations);
        }
        else
        {
            ExplainValid(explainer, ref evaluator, index, valid);
        }
    }

    /// <summary>Reports a violation where the alternatives that accept the instance, at least one, are too many.</summary>
    /// <param name="valid">Their indices.</param>
    protected virtual void ExplainValid(Explainer explainer, ref Evaluator evaluator, int index, List<int> valid)
    {
    }

    /// <summary>The number of alternatives that accept the instance; what each of these evaluates counts as evaluated.</summary>
    protected int TrackBranches(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var valid = 0;
        Span<ulong> onStack = stackalloc ulong[EvaluatedSet.StackWords];
        foreach (var branch in Branches)
        {
            var set = new EvaluatedSet(onStack, Tapes.Count(evaluator.Tape, index));
            if (branch.Track(ref evaluator, index, set.Bits))
            {
                valid++;
                set.AddTo(evaluated);
            }

            set.Dispose();
        }

        return valid;
    }
}
