using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Evaluation;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>$ref</c> (core 8.2.3.1), <c>$dynamicRef</c> (8.2.3.2) and 2019-09's <c>$recursiveRef</c>: all are decided when compiled, see
/// <see cref="DynamicScope"/>.
/// </summary>
internal sealed class RefNode(KeywordSite site, SchemaNode target) : KeywordNode(site)
{
    public static Keyword Ref { get; } = new("$ref", SubschemaShape.None, context => Create(context, context.Reference(isDynamic: false)));

    public static Keyword DynamicRef { get; } =
        new("$dynamicRef", SubschemaShape.None, context => Create(context, context.Reference(isDynamic: true)));

    public static Keyword RecursiveRef { get; } =
        new("$recursiveRef", SubschemaShape.None, context => Create(context, context.RecursiveReference()));

    public SchemaNode Target { get; } = target;

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 40;

    public override bool IsValid(ref Evaluator evaluator, int index) => Target.IsValid(ref evaluator, index);

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated) =>
        Target.Track(ref evaluator, index, evaluated);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index) =>
        explainer.Apply(Site, "", Target, ref evaluator, index);

    private static RefNode? Create(KeywordContext context, SchemaNode? target) =>
        target is null ? null : new(context.Site, target);
}
