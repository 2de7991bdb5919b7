using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>maxItems</c> and <c>minItems</c> (validation 6.4.1, 6.4.2), <c>maxProperties</c> and <c>minProperties</c> (6.5.1, 6.5.2).
/// </summary>
internal sealed class CountNode(KeywordSite site, int limit, bool isMaximum, bool ofMembers) : KeywordNode(site)
{
    public static Keyword MaxItems { get; } = Keyword("maxItems", isMaximum: true, ofMembers: false);

    public static Keyword MinItems { get; } = Keyword("minItems", isMaximum: false, ofMembers: false);

    public static Keyword MaxProperties { get; } = Keyword("maxProperties", isMaximum: true, ofMembers: true);

    public static Keyword MinProperties { get; } = Keyword("minProperties", isMaximum: false, ofMembers: true);

    public override Kinds Applies => ofMembers ? Kinds.Object : Kinds.Array;

    public override int Cost => 0;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var count = Tapes.Count(evaluator.Tape, index);
        return isMaximum ? count <= limit : count >= limit;
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (!IsValid(ref evaluator, index))
        {
            var (container, item) = ofMembers ? ("an object", "member") : ("an array", "element");
            var relation = isMaximum ? "at most" : "at least";
            explainer.Report(Site, ref evaluator, index, $"{container} of {relation} {Describe.Count(limit, item)}");
        }
    }

    private static Keyword Keyword(string name, bool isMaximum, bool ofMembers) => new(name, SubschemaShape.None, context =>
        context.TryCount(out var limit) ? new CountNode(context.Site, limit, isMaximum, ofMembers) : null);
}
