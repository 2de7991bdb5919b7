using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>$ref</c> (core 8.2.3.1), <c>$dynamicRef</c> (8.2.3.2) and 2019-09's <c>$recursiveRef</c>: each is
/// resolved when it is compiled.
/// </summary>
internal sealed class RefNode(KeywordSite site, SchemaNode target) : KeywordNode(site)
{
    public static Keyword Ref { get; } = new("$ref", SubschemaShape.None, context => Create(context, context.Reference(isDynamic: false)));

    public static Keyword DynamicRef { get; } =
        new("$dynamicRef", SubschemaShape.None, context => Create(context, context.Reference(isDynamic: true)));

    public static Keyword RecursiveRef { get; } =
        new("$recursiveRef", SubschemaShape.None, context => Create(context, context.RecursiveReference()));

    public override SchemaNode? RefersTo => target;

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 40;

    public override bool IsValid(ref Evaluator evaluator, int index) => target.IsValid(ref evaluator, index);

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) =>
        target.Track(ref evaluator, index, evaluated);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index) =>
        explainer.Apply(Site, "", target, ref evaluator, index);

    private static RefNode? Create(KeywordContext context, SchemaNode? target) =>
        target is null ? null : new(context.Site, target);
}
