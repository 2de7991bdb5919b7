using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// What <c>unevaluatedItems</c> and <c>unevaluatedProperties</c> share. <see cref="Assertion.Track"/> finds what other keywords evaluate,
/// and only in schemas with one of these two.
/// </summary>
internal abstract class UnevaluatedNode(KeywordSite site) : KeywordNode(site)
{
    public override bool EvaluatesOthers => true;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var set = new EvaluatedSet(stackalloc ulong[EvaluatedSet.StackWords], Tapes.Count(evaluator.Tape, index));
        var valid = Site.Schema.TrackOthers(ref evaluator, index, set.Bits) && IsRestValid(ref evaluator, index, set.Bits);
        set.Dispose();
        return valid;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var valid = IsValid(ref evaluator, index);
        EvaluatedSet.SetFirst(evaluated, Tapes.Count(evaluator.Tape, index));
        return valid;
    }

    /// <summary>Reports nothing where another keyword of the schema refuses the instance: then it is not known what is evaluated.</summary>
    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var set = new EvaluatedSet(stackalloc ulong[EvaluatedSet.StackWords], Tapes.Count(evaluator.Tape, index));
        if (Site.Schema.TrackOthers(ref evaluator, index, set.Bits))
        {
            ExplainRest(explainer, ref evaluator, index, set.Bits);
        }

        set.Dispose();
    }

    /// <summary>Whether the members or elements that are not in the set satisfy the keyword's schema.</summary>
    protected abstract bool IsRestValid(ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated);

    /// <summary>Explains the members or elements that are not in the set.</summary>
    protected abstract void ExplainRest(Explainer explainer, ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated);
}
