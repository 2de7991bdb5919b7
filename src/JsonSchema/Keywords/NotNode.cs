using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>not</c> (core 10.2.1.4).</summary>
internal sealed class NotNode(KeywordSite site, SchemaNode schema) : KeywordNode(site)
{
    public static Keyword Keyword { get; } =
        new("not", SubschemaShape.Schema, context => new NotNode(context.Site, context.Apply(context.Value, "", inPlace: true)));

    public override Kinds Applies => Kinds.Any;

    public override int Cost => 50;

    public override bool IsValid(ref Evaluator evaluator, int index) => !schema.IsValid(ref evaluator, index);

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        if (schema.IsValid(ref evaluator, index))
        {
            explainer.Report(Site, ref evaluator, index, "a value that the schema under 'not' refuses");
        }
    }
}
