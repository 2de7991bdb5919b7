using System.Globalization;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Formats;

/// <summary>The rules for a label with characters beyond ASCII: RFC 5891 section 4.2.3, RFC 5892 and its contextual rules.</summary>
internal static class IdnaLabel
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int MiddleDot = 0xB7;
    private const int Keraia = 0x375;
    private const int Geresh = 0x5F3;
    private const int Gershayim = 0x5F4;
    private const int KatakanaMiddleDot = 0x30FB;

    /// <param name="bidi">Whether the name has right-to-left characters, so that the Bidi rule applies to each of its labels.</param>
    public static bool IsUnicodeLabel(ReadOnlySpan<int> label, bool bidi)
    {
        if (label[0] == '-' || label[^1] == '-' || (label.Length >= 4 && label[2] == '-' && label[3] == '-') || IsMark(label[0]))
        {
            return false;
        }

        for (var i = 0; i < label.Length; i++)
        {
            var codePoint = label[i] is >= 'A' and <= 'Z' ? label[i] | 0x20 : label[i];
            if (!UnicodeTables.IdnaValid.Contains(codePoint) && !IsValidInContext(label, i))
            {
                return false;
            }
        }

        return !bidi || BidiRule.IsSatisfied(label);
    }

    /// <summary>RFC 5892 appendix A.</summary>
    private static bool IsValidInContext(ReadOnlySpan<int> label, int i) => label[i] switch
    {
        ZeroWidthNonJoiner => (i > 0 && Joining.IsVirama(label[i - 1])) || Joining.IsBetweenJoining(label, i),
        ZeroWidthJoiner => i > 0 && Joining.IsVirama(label[i - 1]),
        MiddleDot => i > 0 && label[i - 1] == 'l' && i + 1 < label.Length && label[i + 1] == 'l',
        Keraia => i + 1 < label.Length && IsOf("Greek", label[i + 1]),
        Geresh or Gershayim => i > 0 && IsOf("Hebrew", label[i - 1]),
        KatakanaMiddleDot => HasJapanese(label),
        >= 0x660 and <= 0x669 => !label.ContainsAnyInRange(0x6F0, 0x6F9),
        >= 0x6F0 and <= 0x6F9 => !label.ContainsAnyInRange(0x660, 0x669),
        _ => false,
    };

    private static bool HasJapanese(ReadOnlySpan<int> label)
    {
        foreach (var codePoint in label)
        {
            if (IsOf("Hiragana", codePoint) || IsOf("Katakana", codePoint) || IsOf("Han", codePoint))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOf(string script, int codePoint) => UnicodeTables.Script(script)!.Contains(codePoint);

    private static bool IsMark(int codePoint) => CharUnicodeInfo.GetUnicodeCategory(codePoint)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
