using SocialContract.JsonSchema.Instances;
using SocialContract.JsonSchema.Numbers;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>Whether two JSON values are the same value (JSON Schema core 4.2.2).</summary>
internal static class Equality
{
    private const int BytesPerStep = 16;

    /// <param name="index">A value of the instance under evaluation.</param>
    /// <param name="otherIndex">A value on the other tape, which may be the same tape.</param>
    public static bool AreEqual(
        ref Evaluator evaluator, int index, ReadOnlySpan<byte> otherText, ReadOnlySpan<TapeEntry> otherTape, int otherIndex)
    {
        ref readonly var left = ref evaluator.Tape[index];
        ref readonly var right = ref otherTape[otherIndex];
        if (left.Kind != right.Kind || !evaluator.Charge(1 + (left.Length / BytesPerStep)))
        {
            return false;
        }

        return left.Kind switch
        {
            ValueKind.Number => NumbersEqual(evaluator.Raw(index), otherText.Slice(right.Start, right.Length)),
            ValueKind.String => StringsEqual(evaluator.Text, left, otherText, right),
            ValueKind.Array => ArraysEqual(ref evaluator, index, otherText, otherTape, otherIndex),
            ValueKind.Object => ObjectsEqual(ref evaluator, index, otherText, otherTape, otherIndex),
            _ => true,
        };
    }

    private static bool NumbersEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        left.SequenceEqual(right) || NumberText.Compare(left, right) == 0;

    private static bool StringsEqual(ReadOnlySpan<byte> leftText, in TapeEntry left, ReadOnlySpan<byte> rightText, in TapeEntry right)
    {
        var raw = rightText.Slice(right.Start, right.Length);
        return right.IsEscaped ? EscapedStringsEqual(leftText, left, raw) : Tapes.TextEquals(leftText, left, raw);
    }

    private static bool EscapedStringsEqual(ReadOnlySpan<byte> leftText, in TapeEntry left, ReadOnlySpan<byte> right)
    {
        if (!left.IsEscaped)
        {
            return JsonText.EscapedEquals(right, leftText.Slice(left.Start, left.Length));
        }

        var rented = System.Buffers.ArrayPool<byte>.Shared.Rent(right.Length);
        var equal = Tapes.TextEquals(leftText, left, rented.AsSpan(0, JsonText.Unescape(right, rented)));
        System.Buffers.ArrayPool<byte>.Shared.Return(rented);
        return equal;
    }

    private static bool ArraysEqual(
        ref Evaluator evaluator, int index, ReadOnlySpan<byte> otherText, ReadOnlySpan<TapeEntry> otherTape, int otherIndex)
    {
        if (Tapes.Count(evaluator.Tape, index) != Tapes.Count(otherTape, otherIndex))
        {
            return false;
        }

        var other = otherIndex + 1;
        for (var item = index + 1; item < evaluator.Tape[index].End; item = evaluator.Tape[item].End, other = otherTape[other].End)
        {
            if (!AreEqual(ref evaluator, item, otherText, otherTape, other))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Members have no order; names are unique within each object.</summary>
    private static bool ObjectsEqual(
        ref Evaluator evaluator, int index, ReadOnlySpan<byte> otherText, ReadOnlySpan<TapeEntry> otherTape, int otherIndex)
    {
        var count = Tapes.Count(evaluator.Tape, index);
        if (count != Tapes.Count(otherTape, otherIndex))
        {
            return false;
        }

        var names = new NameIndex(otherTape, otherIndex, count);
        var equal = true;
        for (var name = index + 1; equal && name < evaluator.Tape[index].End; name = evaluator.Tape[name + 1].End)
        {
            var other = names.First(evaluator.Tape[name].End);
            while (other >= 0 && !StringsEqual(evaluator.Text, evaluator.Tape[name], otherText, otherTape[other]))
            {
                other = names.Next();
            }

            equal = other >= 0 && AreEqual(ref evaluator, name + 1, otherText, otherTape, other + 1);
        }

        names.Dispose();
        return equal;
    }
}
