using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Hashes a value. Equal values have the same hash: 1.0 and 1, members in another order, text with and without escapes.</summary>
internal static class ValueHash
{
    public static int Of(ReadOnlySpan<byte> text, ReadOnlySpan<TapeEntry> tape, int index)
    {
        ref readonly var entry = ref tape[index];
        var raw = text.Slice(entry.Start, entry.Length);
        return entry.Kind switch
        {
            ValueKind.Number => new NumberText(raw).Hash(),
            ValueKind.String => JsonText.HashOf(raw, entry.IsEscaped),
            ValueKind.Array => OfArray(text, tape, index),
            ValueKind.Object => OfObject(text, tape, index),
            _ => (int)entry.Kind,
        };
    }

    private static int OfArray(ReadOnlySpan<byte> text, ReadOnlySpan<TapeEntry> tape, int index)
    {
        var hash = (int)ValueKind.Array;
        for (var item = index + 1; item < tape[index].End; item = tape[item].End)
        {
            hash = HashCode.Combine(hash, Of(text, tape, item));
        }

        return hash;
    }

    private static int OfObject(ReadOnlySpan<byte> text, ReadOnlySpan<TapeEntry> tape, int index)
    {
        var hash = (int)ValueKind.Object;
        for (var name = index + 1; name < tape[index].End; name = tape[name + 1].End)
        {
            hash += HashCode.Combine(tape[name].End, Of(text, tape, name + 1));
        }

        return hash;
    }
}
