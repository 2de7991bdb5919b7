namespace SocialContract.JsonSchema.Instances;

/// <summary>
/// A value on the tape, 16 bytes. The contents of a container follow it; an object's contents are names and values in turn.
/// </summary>
/// <param name="start">Offset in the text; for a string that of its first character, after the quote.</param>
/// <param name="length">Bytes of text; for a string without its quotes.</param>
/// <param name="end">Index of the entry after this value; for a member's name its <see cref="NameHash"/>.</param>
/// <param name="meta">Kind, flags and count.</param>
internal struct TapeEntry(int start, int length, int end, int meta)
{
    public const int KindMask = 0xF;
    public const int EscapedFlag = 0x10;
    public const int NonAsciiFlag = 0x20;
    public const int PlainIntegerFlag = 0x40;
    public const int NameFlag = 0x80;
    public const int CountShift = 8;
    public const int MaxCount = (1 << 23) - 1;

    public int Start = start;
    public int Length = length;
    public int End = end;
    public int Meta = meta;

    public readonly ValueKind Kind => (ValueKind)(Meta & KindMask);

    /// <summary>Whether a string's text has escapes.</summary>
    public readonly bool IsEscaped => (Meta & EscapedFlag) != 0;

    /// <summary>Whether a string's text is ASCII without escapes, so that bytes are code points.</summary>
    public readonly bool IsPlainAscii => (Meta & (EscapedFlag | NonAsciiFlag)) == 0;

    /// <summary>Whether a number is written without fraction and exponent.</summary>
    public readonly bool IsPlainInteger => (Meta & PlainIntegerFlag) != 0;

    /// <summary>Whether this is a member's name, whose <see cref="End"/> is its hash.</summary>
    public readonly bool IsName => (Meta & NameFlag) != 0;

    /// <summary>The number of members or elements; <see cref="MaxCount"/> means that many or more.</summary>
    public readonly int SaturatedCount => (int)((uint)Meta >> CountShift);
}
