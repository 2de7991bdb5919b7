using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>if</c>, <c>then</c> and <c>else</c> (core 10.2.2).</summary>
internal sealed class IfNode(KeywordSite site, SchemaNode condition, IfNode.Outcome? then, IfNode.Outcome? otherwise) : KeywordNode(site)
{
    public static Keyword If { get; } = new("if", SubschemaShape.Schema, context => new IfNode(
        context.Site,
        context.Apply(context.Value, "", inPlace: true),
        OutcomeOf(context, "then"),
        OutcomeOf(context, "else")));

    /// <summary>Has no effect by itself; <c>if</c> reads it.</summary>
    public static Keyword Then { get; } = new("then", SubschemaShape.Schema, _ => null);

    /// <summary>Has no effect by itself; <c>if</c> reads it.</summary>
    public static Keyword Else { get; } = new("else", SubschemaShape.Schema, _ => null);

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 60;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var outcome = condition.IsValid(ref evaluator, index) ? then : otherwise;
        return outcome is null || outcome.Schema.IsValid(ref evaluator, index);
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        var set = new EvaluatedSet(stackalloc ulong[EvaluatedSet.StackWords], Tapes.Count(evaluator.Tape, index));
        var holds = condition.Track(ref evaluator, index, set.Bits);
        if (holds)
        {
            set.AddTo(evaluated);
        }

        set.Dispose();
        var outcome = holds ? then : otherwise;
        return outcome is null || outcome.Schema.Track(ref evaluator, index, evaluated);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var holds = explainer.WantsAnnotations
            ? explainer.Try(Site, "", condition, ref evaluator, index).IsValid
            : condition.IsValid(ref evaluator, index);
        if ((holds ? then : otherwise) is { } outcome)
        {
            explainer.Apply(outcome.Site, "", outcome.Schema, ref evaluator, index);
        }
    }

    private static Outcome? OutcomeOf(KeywordContext context, string name) =>
        context.TrySibling(name, out var sibling) ? new(sibling.Site, sibling.Apply(sibling.Value, "", inPlace: true)) : null;

    internal sealed record Outcome(KeywordSite Site, SchemaNode Schema);
}
