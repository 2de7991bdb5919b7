using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// <c>items</c> (core 10.3.1.2): the elements after those of <c>prefixItems</c>. Before 2020-12 an array of <c>items</c> has the
/// meaning of <c>prefixItems</c>, and <c>additionalItems</c> applies to the elements after those.
/// </summary>
internal sealed class ItemsNode(KeywordSite site, SchemaNode schema, int skipped) : KeywordNode(site)
{
    public static Keyword Keyword { get; } = new("items", SubschemaShape.Schema, CreateItems);

    /// <summary>Up to 2019-09: a schema for all elements, or an array of schemas for the first elements.</summary>
    public static Keyword LegacyItems { get; } = new("items", SubschemaShape.SchemaOrArray, context =>
        context.Value.ValueKind == JsonValueKind.Array
            ? context.Value.GetArrayLength() == 0 ? null : PrefixItemsNode.Create(context)
            : new ItemsNode(context.Site, context.Apply(context.Value, "", inPlace: false), 0));

    /// <summary>Up to 2019-09: has an effect only beside an array of <c>items</c>.</summary>
    public static Keyword AdditionalItems { get; } = new("additionalItems", SubschemaShape.Schema, context =>
        context.TrySibling("items", out var items) && items.Value.ValueKind == JsonValueKind.Array
            ? new ItemsNode(
                context.Site, context.Apply(context.Value, "", inPlace: false, allowBoolean: true), items.Value.GetArrayLength())
            : null);

    public override Kinds Applies => Kinds.Array;

    public override int Cost => 30;

    public override bool IsValid(ref Evaluator evaluator, int index)
    {
        var item = index + 1;
        var end = evaluator.Tape[index].End;
        for (var i = 0; i < skipped && item < end; i++)
        {
            item = evaluator.Tape[item].End;
        }

        for (; item < end; item = evaluator.Tape[item].End)
        {
            if (!schema.IsValid(ref evaluator, item))
            {
                return false;
            }
        }

        return evaluator.Charge(evaluator.Tape[index].SaturatedCount);
    }

    public override bool Track(ref Evaluator evaluator, int index, scoped Span<ulong> evaluated)
    {
        EvaluatedSet.SetFirst(evaluated, Tapes.Count(evaluator.Tape, index));
        return IsValid(ref evaluator, index);
    }

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var number = 0;
        for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, number++)
        {
            if (number >= skipped)
            {
                explainer.Apply(Site, "", schema, ref evaluator, item, Explainer.ElementToken(number));
            }
        }

        if (number > skipped)
        {
            explainer.Annotate(Site, JsonValue.Create(true));
        }
    }

    private static KeywordNode? CreateItems(KeywordContext context)
    {
        if (context.Value.ValueKind == JsonValueKind.Array)
        {
            return context.Unexpected("a schema; since 2020-12 an array of schemas is written with prefixItems");
        }

        var prefix = context.TrySibling("prefixItems", out var sibling) && sibling.Value.ValueKind == JsonValueKind.Array
            ? sibling.Value.GetArrayLength()
            : 0;
        return new ItemsNode(context.Site, context.Apply(context.Value, "", inPlace: false), prefix);
    }
}
