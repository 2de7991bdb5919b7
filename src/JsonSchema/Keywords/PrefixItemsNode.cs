using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>prefixItems</c> (core 10.3.1.1), and the array form of <c>items</c> before 2020-12.</summary>
internal sealed class PrefixItemsNode(KeywordSite site, SchemaNode[] schemas) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("prefixItems", SubschemaShape.Array, Create);

    public static PrefixItemsNode Create(KeywordContext context) => new(context.Site, context.ApplyArray(inPlace: false));

    public override Kinds Applies => Kinds.Array;

    public override int Cost => 30;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var item = index + 1;
        var end = evaluator.Tape[index].End;
        for (var i = 0; i < schemas.Length && item < end; i++, item = evaluator.Tape[item].End)
        {
            if (!schemas[i].IsValid(ref evaluator, item))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        EvaluatedSet.SetFirst(evaluated, Math.Min(schemas.Length, Tapes.Count(evaluator.Tape, index)));
        return IsValid(ref evaluator, index);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var item = index + 1;
        var end = evaluator.Tape[index].End;
        var number = 0;
        for (; number < schemas.Length && item < end; number++, item = evaluator.Tape[item].End)
        {
            var token = Explainer.ElementToken(number);
            explainer.Apply(Site, token, schemas[number], ref evaluator, item, token);
        }

        if (number > 0)
        {
            explainer.Annotate(Site, item >= end ? JsonValue.Create(true) : JsonValue.Create(number - 1));
        }
    }
}
