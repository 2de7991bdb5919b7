namespace SocialContract.JsonSchema.Instances;

/// <summary>Looks up values on a tape and in its text.</summary>
internal static class Tapes
{
    /// <summary>The number of members or elements of a value; 0 for a value that is not a container.</summary>
    public static int Count(ReadOnlySpan<TapeEntry> tape, int index)
    {
        ref readonly var entry = ref tape[index];
        if (entry.Kind is not (ValueKind.Object or ValueKind.Array))
        {
            return 0;
        }

        if (entry.SaturatedCount < TapeEntry.MaxCount)
        {
            return entry.SaturatedCount;
        }

        var count = 0;
        var skip = entry.Kind == ValueKind.Object ? 1 : 0;
        for (var item = index + 1; item < entry.End; item = tape[item + skip].End)
        {
            count++;
        }

        return count;
    }

    /// <summary>The index of a member's value, or -1.</summary>
    public static int FindMember(ReadOnlySpan<byte> text, ReadOnlySpan<TapeEntry> tape, int index, ReadOnlySpan<byte> name, int hash)
    {
        ref readonly var entry = ref tape[index];
        if (entry.Kind != ValueKind.Object)
        {
            return -1;
        }

        for (var member = index + 1; member < entry.End; member = tape[member + 1].End)
        {
            ref readonly var candidate = ref tape[member];
            if (candidate.End == hash && TextEquals(text, candidate, name))
            {
                return member + 1;
            }
        }

        return -1;
    }

    /// <summary>Whether a string or a name has the expected text, given without escapes.</summary>
    public static bool TextEquals(ReadOnlySpan<byte> text, in TapeEntry entry, ReadOnlySpan<byte> expected)
    {
        if (!entry.IsEscaped)
        {
            return entry.Length == expected.Length && text.Slice(entry.Start, entry.Length).SequenceEqual(expected);
        }

        return JsonText.EscapedEquals(text.Slice(entry.Start, entry.Length), expected);
    }
}
