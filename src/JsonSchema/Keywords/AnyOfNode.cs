using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>anyOf</c> (core 10.2.1.2).</summary>
internal sealed class AnyOfNode(KeywordSite site, SchemaNode[] branches, BranchHintNode? hint)
    : AlternativesNode(site, "at least one", branches, hint)
{
    public static Keyword Keyword { get; } = new(
        "anyOf",
        SubschemaShape.Array,
        context => new AnyOfNode(context.Site, context.ApplyArray(inPlace: true), BranchHintNode.Beside(context)));

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        foreach (var branch in Branches)
        {
            if (branch.IsValid(ref evaluator, index))
            {
                return true;
            }
        }

        return false;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) =>
        TrackBranches(ref evaluator, index, evaluated) > 0;
}
