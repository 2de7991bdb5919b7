using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>unevaluatedProperties</c> (core 11.3). What has been evaluated is found by <see cref="Check.Track"/>, and only in schemas with
/// this keyword.
/// </summary>
internal sealed class UnevaluatedPropertiesNode(KeywordSite site, SchemaNode schema) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new(
        "unevaluatedProperties",
        SubschemaShape.Schema,
        context => new UnevaluatedPropertiesNode(context.Site, context.Apply(context.Value, "", inPlace: false)));

    public override Kinds Applies => Kinds.Object;

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
            var rest = new JsonArray();
            foreach (var member in new Members(evaluator.Tape, index))
            {
                if (!EvaluatedSet.Contains(set.Bits, member.Number))
                {
                    var name = Members.NameOf(ref evaluator, member.Name);
                    explainer.Apply(Site, "", schema, ref evaluator, member.Value, Explainer.MemberToken(name), name);
                    rest.Add(name);
                }
            }

            explainer.Annotate(Site, rest);
        }

        set.Dispose();
    }

    private bool AreRestValid(ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
    {
        foreach (var member in new Members(evaluator.Tape, index))
        {
            if (!EvaluatedSet.Contains(evaluated, member.Number) && !schema.IsValid(ref evaluator, member.Value))
            {
                return false;
            }
        }

        return evaluator.Charge(evaluator.Tape[index].SaturatedCount);
    }
}
