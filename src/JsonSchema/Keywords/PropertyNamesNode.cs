using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>propertyNames</c> (core 10.3.2.4): on the tape a name is a string like other strings.</summary>
internal sealed class PropertyNamesNode(KeywordSite site, SchemaNode schema) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new(
        "propertyNames",
        SubschemaShape.Schema,
        context => new PropertyNamesNode(context.Site, context.Apply(context.Value, "", inPlace: false)));

    public override Kinds Applies => Kinds.Object;

    public override int Cost => 30;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var end = evaluator.Tape[index].End;
        for (var name = index + 1; name < end; name = evaluator.Tape[name + 1].End)
        {
            if (!schema.IsValid(ref evaluator, name))
            {
                return false;
            }
        }

        return evaluator.Charge(evaluator.Tape[index].SaturatedCount);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        foreach (var member in new Members(evaluator.Tape, index))
        {
            explainer.ApplyToName(Site, schema, ref evaluator, member.Name);
        }
    }
}
