using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SocialContract.JsonSchema.Evaluation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>A set of JSON values that a schema lists. They are found by hash, so a long list costs no more than a short one.</summary>
internal sealed class ConstantSet
{
    private const int FewStrings = 4;

    private readonly byte[][] _fewStrings;
    private readonly MemberTable? _manyStrings;
    private readonly ValueTable _numbers;
    private readonly ValueTable _containers;
    private readonly Kinds _literals;

    public ConstantSet(IEnumerable<JsonElement> values)
    {
        var all = values.Distinct(JsonElementTextComparer.Instance).ToList();
        var strings = all.Where(value => value.ValueKind == JsonValueKind.String)
            .Select(value => Encoding.UTF8.GetBytes(value.GetString()!))
            .ToArray();
        _fewStrings = strings.Length <= FewStrings ? strings : [];
        _manyStrings = strings.Length <= FewStrings ? null : new([.. strings.Select(text => new Member(text, null, isRequired: false))]);
        _numbers = new([.. all.Where(value => value.ValueKind == JsonValueKind.Number).Select(Parse)]);
        _containers = new([.. all.Where(value => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object).Select(Parse)]);
        foreach (var value in all)
        {
            _literals |= value.ValueKind switch
            {
                JsonValueKind.Null => Kinds.Null,
                JsonValueKind.True => Kinds.True,
                JsonValueKind.False => Kinds.False,
                _ => Kinds.None,
            };
        }
    }

    public bool Contains(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        return entry.Kind switch
        {
            ValueKind.String => ContainsString(ref evaluator, index),
            ValueKind.Number => _numbers.Contains(ref evaluator, index),
            ValueKind.Array or ValueKind.Object => _containers.Contains(ref evaluator, index),
            _ => ((int)_literals >> (int)entry.Kind & 1) != 0,
        };
    }

    private bool ContainsString(ref Evaluator evaluator, int index)
    {
        ref readonly var entry = ref evaluator.Tape[index];
        if (_manyStrings is not null)
        {
            return _manyStrings.Find(evaluator.Text, WithHash(ref evaluator, entry)) is not null;
        }

        foreach (var text in _fewStrings)
        {
            if (Tapes.TextEquals(evaluator.Text, entry, text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A string's entry as if it were a member's name.</summary>
    private static TapeEntry WithHash(ref Evaluator evaluator, in TapeEntry entry) =>
        new(entry.Start, entry.Length, JsonText.HashOf(evaluator.Text.Slice(entry.Start, entry.Length), entry.IsEscaped), entry.Meta);

    private static JsonInstance Parse(JsonElement value)
    {
        var limits = new JsonLimits(int.MaxValue, int.MaxValue, AllowDuplicateNames: true);
        return JsonInstance.Read(JsonMarshal.GetRawUtf8Value(value).ToArray(), limits, out _, out _)
            ?? throw new InvalidOperationException("A JSON element's text is JSON.");
    }

    private sealed class JsonElementTextComparer : IEqualityComparer<JsonElement>
    {
        public static JsonElementTextComparer Instance { get; } = new();

        public bool Equals(JsonElement x, JsonElement y) => x.GetRawText() == y.GetRawText();

        public int GetHashCode(JsonElement value) => value.GetRawText().GetHashCode(StringComparison.Ordinal);
    }
}
