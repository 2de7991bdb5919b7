using System.Buffers;
using System.Numerics;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary><c>uniqueItems</c> (validation 6.4.3), in time proportional to the array.</summary>
internal sealed class UniqueItemsNode(KeywordSite site) : KeywordNode(site)
{
    private const int FewItems = 8;

    public static Keyword Keyword { get; } = new("uniqueItems", SubschemaShape.None, context => context.Value.ValueKind switch
    {
        JsonValueKind.True => new UniqueItemsNode(context.Site),
        JsonValueKind.False => null,
        _ => context.Unexpected("a boolean"),
    });

    public override Kinds Applies => Kinds.Array;

    public override int Cost => 35;

    public override bool IsValid(ref Evaluator evaluator, int index) => FindDuplicate(ref evaluator, index) < 0;

    public override void Explain(Explainer explainer, ref Evaluator evaluator, int index)
    {
        var duplicate = FindDuplicate(ref evaluator, index);
        if (duplicate >= 0)
        {
            explainer.Report(
                Site, ref evaluator, index, "elements that all differ", $"{Describe.Value(ref evaluator, duplicate)} more than once");
        }
    }

    /// <summary>The index of an element that equals an earlier element, or -1.</summary>
    private static int FindDuplicate(ref Evaluator evaluator, int index)
    {
        var count = Tapes.Count(evaluator.Tape, index);
        return count <= FewItems ? FindAmongFew(ref evaluator, index) : FindAmongMany(ref evaluator, index, count);
    }

    private static int FindAmongFew(ref Evaluator evaluator, int index)
    {
        var end = evaluator.Tape[index].End;
        for (var item = index + 1; item < end; item = evaluator.Tape[item].End)
        {
            for (var earlier = index + 1; earlier < item; earlier = evaluator.Tape[earlier].End)
            {
                if (Equality.AreEqual(ref evaluator, item, evaluator.Text, evaluator.Tape, earlier))
                {
                    return item;
                }
            }
        }

        return -1;
    }

    private static int FindAmongMany(ref Evaluator evaluator, int index, int count)
    {
        var mask = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2) - 1;
        var table = ArrayPool<long>.Shared.Rent(mask + 1);
        table.AsSpan(0, mask + 1).Clear();
        var duplicate = -1;
        var end = evaluator.Tape[index].End;
        for (var item = index + 1; item < end && duplicate < 0; item = evaluator.Tape[item].End)
        {
            var hash = ValueHash.Of(evaluator.Text, evaluator.Tape, item);
            var slot = hash & mask;
            for (; table[slot] != 0; slot = (slot + 1) & mask)
            {
                if ((int)(table[slot] >> 32) == hash
                    && Equality.AreEqual(ref evaluator, item, evaluator.Text, evaluator.Tape, (int)table[slot]))
                {
                    duplicate = item;
                    break;
                }
            }

            table[slot] = ((long)hash << 32) | (uint)item;
        }

        ArrayPool<long>.Shared.Return(table);
        return duplicate;
    }
}
