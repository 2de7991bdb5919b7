using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// A set of JSON values that a schema lists. They are found by hash, so a long list costs no more time than a short one, and each takes
/// tens of bytes, so a list of a million fits.
/// </summary>
internal sealed class ConstantSet
{
    private readonly TextTable? _strings;
    private readonly ValueTable? _others;
    private readonly Kinds _literals;

    public ConstantSet(IEnumerable<JsonElement> values)
    {
        List<JsonElement> strings = [];
        List<JsonElement> others = [];
        foreach (var value in values)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    _literals |= Kinds.Null;
                    break;
                case JsonValueKind.True:
                    _literals |= Kinds.True;
                    break;
                case JsonValueKind.False:
                    _literals |= Kinds.False;
                    break;
                case JsonValueKind.String:
                    strings.Add(value);
                    break;
                default:
                    others.Add(value);
                    break;
            }
        }

        _strings = strings.Count == 0 ? null : new(strings);
        _others = others.Count == 0 ? null : new(others);
    }

    public bool Contains(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        return entry.Kind switch
        {
            ValueKind.String => _strings is not null && _strings.Contains(evaluator.Text, entry),
            ValueKind.Number or ValueKind.Array or ValueKind.Object => _others is not null && _others.Contains(ref evaluator, index),
            _ => ((int)_literals >> (int)entry.Kind & 1) != 0,
        };
    }
}
