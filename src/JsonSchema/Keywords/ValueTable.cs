using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>
/// Numbers, arrays and objects of a schema on one tape, found by hash: in time proportional to the instance, not to their number.
/// </summary>
internal sealed class ValueTable
{
    /// <summary>Up to this many are compared in turn, which is faster than a hash.</summary>
    private const int Few = 8;

    private static readonly JsonLimits Limits = new(int.MaxValue, int.MaxValue, AllowDuplicateNames: true);

    /// <summary>An array of the values.</summary>
    private readonly JsonInstance _values;

    /// <summary>The index of each value on the tape.</summary>
    private readonly int[] _places;
    private readonly HashChains? _chains;

    /// <param name="values">At least one.</param>
    public ValueTable(IReadOnlyCollection<JsonElement> values)
    {
        _values = JsonInstance.Read(ArrayOf(values), Limits, out _, out _)
            ?? throw new InvalidOperationException("An array of JSON elements is JSON.");
        _places = new int[values.Count];
        _chains = values.Count <= Few ? null : new(values.Count);
        var tape = _values.Tape;
        for (int index = 0, place = 1; index < _places.Length; index++, place = tape[place].End)
        {
            _places[index] = place;
            _chains?.Add(ValueHash.Of(_values.Text, tape, place));
        }
    }

    public bool Contains(ref Evaluator evaluator, int index)
    {
        if (_chains is null)
        {
            foreach (var place in _places)
            {
                if (Equality.AreEqual(ref evaluator, index, _values.Text, _values.Tape, place))
                {
                    return true;
                }
            }

            return false;
        }

        var hash = ValueHash.Of(evaluator.Text, evaluator.Tape, index);
        for (var candidate = _chains.First(hash); candidate >= 0; candidate = _chains.Next(candidate, hash))
        {
            if (Equality.AreEqual(ref evaluator, index, _values.Text, _values.Tape, _places[candidate]))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] ArrayOf(IReadOnlyCollection<JsonElement> values)
    {
        var text = new byte[values.Sum(value => JsonMarshal.GetRawUtf8Value(value).Length + 1) + 1];
        var at = 0;
        foreach (var value in values)
        {
            text[at++] = (byte)',';
            var raw = JsonMarshal.GetRawUtf8Value(value);
            raw.CopyTo(text.AsSpan(at));
            at += raw.Length;
        }

        text[0] = (byte)'[';
        text[^1] = (byte)']';
        return text;
    }
}
