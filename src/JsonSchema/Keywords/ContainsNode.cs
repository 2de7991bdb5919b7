using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>contains</c> (core 10.3.1.3) with <c>minContains</c> and <c>maxContains</c> (validation 6.4.4, 6.4.5).</summary>
/// <param name="min">1 where there is no <c>minContains</c>.</param>
/// <param name="marks">Whether a matching element counts as evaluated, as since 2020-12.</param>
internal sealed class ContainsNode(KeywordSite site, SchemaNode schema, int min, int max, bool marks) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("contains", SubschemaShape.Schema, context => Create(context, marks: true));

    public static Keyword Draft201909 { get; } = new("contains", SubschemaShape.Schema, context => Create(context, marks: false));

    /// <summary>Has no effect by itself; <c>contains</c> reads it.</summary>
    public static Keyword MinContains { get; } = new("minContains", SubschemaShape.None, Checked);

    /// <summary>Has no effect by itself; <c>contains</c> reads it.</summary>
    public static Keyword MaxContains { get; } = new("maxContains", SubschemaShape.None, Checked);

    public override Kinds Applies => Kinds.Array;

    public override int Cost => 40;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var matching = 0;
        var end = evaluator.Tape[index].End;
        for (var item = index + 1; item < end; item = evaluator.Tape[item].End)
        {
            if (schema.IsValid(ref evaluator, item))
            {
                matching++;
                if (matching > max || (matching >= min && max == int.MaxValue))
                {
                    break;
                }
            }
        }

        return evaluator.Charge(evaluator.Tape[index].SaturatedCount) && matching >= min && matching <= max;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        if (marks)
        {
            var number = 0;
            for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
            {
                if (schema.IsValid(ref evaluator, item))
                {
                    EvaluatedSet.Set(evaluated, number);
                }
            }
        }

        return IsValid(ref evaluator, index);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var matching = new JsonArray();
        var number = 0;
        for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
        {
            var matches = explainer.WantsAnnotations
                ? explainer.Try(Site, "", schema, ref evaluator, item, Explainer.ElementToken(number)).IsValid
                : schema.IsValid(ref evaluator, item);
            if (matches)
            {
                matching.Add(number);
            }
        }

        if (matching.Count < min)
        {
            var blamed = min == 1 ? Site : Site.Sibling("minContains");
            Report(explainer, ref evaluator, index, blamed, "at least", min, matching.Count);
        }
        else if (matching.Count > max)
        {
            Report(explainer, ref evaluator, index, Site.Sibling("maxContains"), "at most", max, matching.Count);
        }

        explainer.Annotate(Site, matching.Count == number ? JsonValue.Create(true) : matching);
    }

    private static void Report(
        Explainer explainer, ref Evaluator evaluator, int index, KeywordSite site, string relation, int limit, int found) =>
        explainer.Report(
            site,
            ref evaluator,
            index,
            $"{relation} {Describe.Count(limit, "element")} that 'contains' accepts",
            Describe.Count(found, "such element"));

    private static ContainsNode Create(KeywordContext context, bool marks)
    {
        var min = context.TrySibling("minContains", out var minContains) && minContains.TryCount(out var lower) ? lower : 1;
        var max = context.TrySibling("maxContains", out var maxContains) && maxContains.TryCount(out var upper) ? upper : int.MaxValue;
        return new(context.Site, context.Apply(context.Value, "", inPlace: false), min, max, marks);
    }

    private static KeywordNode? Checked(KeywordContext context)
    {
        if (!context.TrySibling("contains", out _))
        {
            context.TryCount(out _);
        }

        return null;
    }
}
