using System.Buffers;
using System.Numerics;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Finds names that an object has twice, in time proportional to its size.</summary>
internal static class DuplicateNames
{
    private const int SmallObject = 32;

    /// <summary>
    /// Returns -1 where every name is unique. Otherwise returns the offset of a name's second occurrence or, if the last occurrence wins,
    /// removes the earlier members from the tape and returns -1.
    /// </summary>
    /// <param name="index">The object, which is complete and the last value on the tape.</param>
    /// <param name="count">The number of entries on the tape.</param>
    /// <param name="members">The number of members of the object.</param>
    public static int Resolve(ReadOnlySpan<byte> text, TapeEntry[] tape, int index, ref int count, int members, bool lastWins)
    {
        var duplicate = members <= SmallObject ? FindSmall(text, tape, index) : FindLarge(text, tape, index, members);
        if (duplicate < 0)
        {
            return -1;
        }

        if (!lastWins)
        {
            return tape[duplicate].Start - 1;
        }

        RemoveOverridden(text, tape, index, ref count, members);
        return -1;
    }

    private static int FindSmall(ReadOnlySpan<byte> text, TapeEntry[] tape, int index)
    {
        var end = tape[index].End;
        ulong seen = 0;
        for (var name = index + 1; name < end; name = tape[name + 1].End)
        {
            var bit = 1UL << (tape[name].End & 63);
            if ((seen & bit) != 0)
            {
                for (var earlier = index + 1; earlier < name; earlier = tape[earlier + 1].End)
                {
                    if (SameName(text, tape[earlier], tape[name]))
                    {
                        return name;
                    }
                }
            }

            seen |= bit;
        }

        return -1;
    }

    private static int FindLarge(ReadOnlySpan<byte> text, TapeEntry[] tape, int index, int members)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)members * 2);
        var table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        var end = tape[index].End;
        var found = -1;
        for (var name = index + 1; name < end && found < 0; name = tape[name + 1].End)
        {
            var slot = tape[name].End & (size - 1);
            for (; table[slot] != 0; slot = (slot + 1) & (size - 1))
            {
                if (SameName(text, tape[table[slot]], tape[name]))
                {
                    found = name;
                    break;
                }
            }

            table[slot] = name;
        }

        ArrayPool<int>.Shared.Return(table);
        return found;
    }

    private static void RemoveOverridden(ReadOnlySpan<byte> text, TapeEntry[] tape, int index, ref int count, int members)
    {
        var names = new List<int>(members);
        for (var name = index + 1; name < tape[index].End; name = tape[name + 1].End)
        {
            names.Add(name);
        }

        var kept = LastOccurrences(text, tape, names);
        var target = index + 1;
        for (var i = 0; i < names.Count; i++)
        {
            if (!kept[i])
            {
                continue;
            }

            var name = names[i];
            var length = tape[name + 1].End - name;
            tape.AsSpan(name, length).CopyTo(tape.AsSpan(target));
            foreach (ref var entry in tape.AsSpan(target, length))
            {
                entry.End -= entry.IsName ? 0 : name - target;
            }

            target += length;
        }

        tape[index].End = target;
        tape[index].Meta = (int)ValueKind.Object | (Math.Min(kept.Count(keep => keep), TapeEntry.MaxCount) << TapeEntry.CountShift);
        count = target;
    }

    private static bool[] LastOccurrences(ReadOnlySpan<byte> text, TapeEntry[] tape, List<int> names)
    {
        var table = new int[BitOperations.RoundUpToPowerOf2((uint)names.Count * 2)];
        var kept = new bool[names.Count];
        for (var i = names.Count - 1; i >= 0; i--)
        {
            var slot = tape[names[i]].End & (table.Length - 1);
            while (table[slot] != 0 && !SameName(text, tape[table[slot]], tape[names[i]]))
            {
                slot = (slot + 1) & (table.Length - 1);
            }

            kept[i] = table[slot] == 0;
            table[slot] = names[i];
        }

        return kept;
    }

    private static bool SameName(ReadOnlySpan<byte> text, in TapeEntry left, in TapeEntry right)
    {
        if (left.End != right.End)
        {
            return false;
        }

        var a = text.Slice(left.Start, left.Length);
        var b = text.Slice(right.Start, right.Length);
        if (!left.IsEscaped)
        {
            return right.IsEscaped ? JsonText.EscapedEquals(b, a) : a.SequenceEqual(b);
        }

        if (!right.IsEscaped)
        {
            return JsonText.EscapedEquals(a, b);
        }

        var unescaped = new byte[b.Length];
        return JsonText.EscapedEquals(a, unescaped.AsSpan(0, JsonText.Unescape(b, unescaped)));
    }
}
