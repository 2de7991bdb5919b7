using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>allOf</c> (core 10.2.1.1).</summary>
internal sealed class AllOfNode(KeywordSite site, SchemaNode[] branches) : KeywordNode(site)
{
    public static Keyword Keyword { get; } =
        new("allOf", SubschemaShape.Array, context => new AllOfNode(context.Site, context.ApplyArray(inPlace: true)));

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 50;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        foreach (var branch in branches)
        {
            if (!branch.IsValid(ref evaluator, index))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        foreach (var branch in branches)
        {
            if (!branch.Track(ref evaluator, index, evaluated))
            {
                return false;
            }
        }

        return true;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        for (var i = 0; i < branches.Length; i++)
        {
            explainer.Apply(Site, Explainer.ElementToken(i), branches[i], ref evaluator, index);
        }
    }
}
