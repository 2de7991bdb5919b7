using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>oneOf</c> (core 10.2.1.3).</summary>
internal sealed class OneOfNode(KeywordSite site, SchemaNode[] branches, BranchHintNode? hint)
    : AlternativesNode(site, "exactly one", branches, hint)
{
    public static Keyword Keyword { get; } = new(
        "oneOf",
        SubschemaShape.Array,
        context => new OneOfNode(context.Site, context.ApplyArray(inPlace: true), BranchHintNode.Beside(context)));

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var valid = 0;
        foreach (var branch in Branches)
        {
            if (branch.IsValid(ref evaluator, index) && ++valid > 1)
            {
                return false;
            }
        }

        return valid == 1;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) =>
        TrackBranches(ref evaluator, index, evaluated) == 1;

    protected override void ExplainValid(Explainer explainer, ref Evaluator evaluator, int index, List<int> valid)
    {
        if (valid.Count > 1)
        {
            var numbers = valid.ConvertAll(alternative => alternative + 1);
            var found = $"a value that alternatives {string.Join(", ", numbers.SkipLast(1))} and {numbers[^1]} accept";
            explainer.Report(Site, ref evaluator, index, $"exactly one of {Branches.Length} alternatives to accept it", found);
        }
    }
}
