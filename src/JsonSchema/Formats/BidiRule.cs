using System.Globalization;

namespace SocialContract.JsonSchema.Formats;

/// <summary>
/// RFC 5893 section 2. .NET does not know a character's Bidi class. Host names have only letters, digits, marks and hyphens, whose class
/// follows from block and category (DerivedBidiClass.txt).
/// </summary>
internal static class BidiRule
{
    private enum BidiClass
    {
        Left,
        Right,
        EuropeanNumber,
        ArabicNumber,
        Mark,
        Neutral,
    }

    /// <summary>Whether a name has a right-to-left character, so that each label has to satisfy the rule.</summary>
    public static bool IsBidiName(ReadOnlySpan<int> name)
    {
        foreach (var codePoint in name)
        {
            if (codePoint >= 0x590 && ClassOf(codePoint) is BidiClass.Right or BidiClass.ArabicNumber)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSatisfied(ReadOnlySpan<int> label)
    {
        var end = label.Length - 1;
        while (end > 0 && ClassOf(label[end]) == BidiClass.Mark)
        {
            end--;
        }

        return (ClassOf(label[0]), ClassOf(label[end])) switch
        {
            (BidiClass.Left, BidiClass.Left or BidiClass.EuropeanNumber) => !HasAny(label, BidiClass.Right, BidiClass.ArabicNumber),
            (BidiClass.Right, BidiClass.Right or BidiClass.EuropeanNumber or BidiClass.ArabicNumber) =>
                !HasAny(label, BidiClass.Left, BidiClass.Left)
                && !(HasAny(label, BidiClass.EuropeanNumber, BidiClass.EuropeanNumber)
                    && HasAny(label, BidiClass.ArabicNumber, BidiClass.ArabicNumber)),
            _ => false,
        };
    }

    private static bool HasAny(ReadOnlySpan<int> label, BidiClass first, BidiClass second)
    {
        foreach (var codePoint in label)
        {
            var found = ClassOf(codePoint);
            if (found == first || found == second)
            {
                return true;
            }
        }

        return false;
    }

    private static BidiClass ClassOf(int codePoint)
    {
        switch (codePoint)
        {
            case >= '0' and <= '9' or >= 0x6F0 and <= 0x6F9:
                return BidiClass.EuropeanNumber;
            case >= 0x660 and <= 0x669 or 0x66B or 0x66C or 0x6DD or >= 0x10D30 and <= 0x10D39:
                return BidiClass.ArabicNumber;
            case '-' or 0x200C or 0x200D or 0x30FB:
                return BidiClass.Neutral;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return BidiClass.Mark;
        }

        return codePoint is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF
            or >= 0x1E800 and <= 0x1EFFF
            ? BidiClass.Right
            : BidiClass.Left;
    }
}
