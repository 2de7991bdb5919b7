using System.Collections.Frozen;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Numbers, arrays or objects of a schema, found by hash: in time proportional to the instance, not to their number.</summary>
internal sealed class ValueTable
{
    /// <summary>Up to this many are compared in turn, which is faster than a hash.</summary>
    private const int Few = 8;

    private readonly JsonInstance[] _few;
    private readonly FrozenDictionary<int, JsonInstance[]>? _many;

    public ValueTable(JsonInstance[] values)
    {
        _few = values.Length <= Few ? values : [];
        _many = values.Length <= Few
            ? null
            : values.GroupBy(value => ValueHash.Of(value.Text, value.Tape, 0))
                .ToFrozenDictionary(same => same.Key, same => same.ToArray());
    }

    public bool Contains(ref Evaluator evaluator, int index)
    {
        var candidates = _few;
        if (_many is not null && !_many.TryGetValue(ValueHash.Of(evaluator.Text, evaluator.Tape, index), out candidates))
        {
            return false;
        }

        foreach (var value in candidates)
        {
            if (Equality.AreEqual(ref evaluator, index, value.Text, value.Tape, 0))
            {
                return true;
            }
        }

        return false;
    }
}
