using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>unevaluatedProperties</c> (core 11.3).</summary>
internal sealed class UnevaluatedPropertiesNode(KeywordSite site, SchemaNode schema) : UnevaluatedNode(site)
{
    public static Keyword Keyword { get; } = new(
        "unevaluatedProperties",
        SubschemaShape.Schema,
        context => new UnevaluatedPropertiesNode(context.Site, context.Apply(context.Value, "", inPlace: false)));

    public override Kinds Applies => Kinds.Object;

    protected override bool IsRestValid(ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
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

    protected override void ExplainRest(Explainer explainer, ref Evaluator evaluator, int index, scoped ReadOnlySpan<ulong> evaluated)
    {
        var rest = new JsonArray();
        foreach (var member in new Members(evaluator.Tape, index))
        {
            if (!EvaluatedSet.Contains(evaluated, member.Number))
            {
                var name = Members.NameOf(ref evaluator, member.Name);
                explainer.Apply(Site, "", schema, ref evaluator, member.Value, Explainer.MemberToken(name), name);
                rest.Add(name);
            }
        }

        explainer.Annotate(Site, rest);
    }
}
