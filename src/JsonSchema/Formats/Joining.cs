using System.Collections.Frozen;
using System.Globalization;
using SocialContract.JsonSchema.Patterns;

namespace SocialContract.JsonSchema.Formats;

/// <summary>Where a zero width joiner or non-joiner is allowed (RFC 5892 appendix A.1 and A.2).</summary>
internal static class Joining
{
    /// <summary>Canonical combining class 9 (UnicodeData.txt).</summary>
    private static readonly FrozenSet<int> Viramas = new[]
    {
        0x94D, 0x9CD, 0xA4D, 0xACD, 0xB4D, 0xBCD, 0xC4D, 0xCCD, 0xD3B, 0xD3C, 0xD4D, 0xDCA, 0xE3A, 0xEBA, 0xF84, 0x1039, 0x103A, 0x1714,
        0x1715, 0x1734, 0x17D2, 0x1A60, 0x1B44, 0x1BAA, 0x1BAB, 0x1BF2, 0x1BF3, 0x2D7F, 0xA806, 0xA82C, 0xA8C4, 0xA953, 0xA9C0, 0xAAF6,
        0xABED, 0x10A3F, 0x11046, 0x11070, 0x1107F, 0x110B9, 0x11133, 0x11134, 0x111C0, 0x11235, 0x112EA, 0x1134D, 0x11442, 0x114C2,
        0x115BF, 0x1163F, 0x116B6, 0x1172B, 0x11839, 0x1193D, 0x1193E, 0x119E0, 0x11A34, 0x11A47, 0x11A99, 0x11C3F, 0x11D44, 0x11D45,
        0x11D97,
    }.ToFrozenSet();

    /// <summary>Letters of the Arabic and Syriac scripts that join to the right only (ArabicShaping.txt, R).</summary>
    private static readonly FrozenSet<int> RightJoining = new[]
    {
        0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x671, 0x672, 0x673, 0x675, 0x676, 0x677, 0x688,
        0x689, 0x68A, 0x68B, 0x68C, 0x68D, 0x68E, 0x68F, 0x690, 0x691, 0x692, 0x693, 0x694, 0x695, 0x696, 0x697, 0x698, 0x699, 0x6C0,
        0x6C3, 0x6C4, 0x6C5, 0x6C6, 0x6C7, 0x6C8, 0x6C9, 0x6CA, 0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF, 0x710, 0x715,
        0x716, 0x717, 0x718, 0x719, 0x71E, 0x728, 0x72A, 0x72C, 0x72F, 0x74D, 0x759, 0x75A, 0x75B, 0x76B, 0x76C, 0x771, 0x773, 0x774,
        0x778, 0x779,
    }.ToFrozenSet();

    /// <summary>Letters of those scripts that do not join (U).</summary>
    private static readonly FrozenSet<int> NotJoining = new[] { 0x621, 0x674 }.ToFrozenSet();

    public static bool IsVirama(int codePoint) => Viramas.Contains(codePoint);

    /// <summary>
    /// Whether a letter that joins to the left comes before, and a letter that joins to the right comes after; marks in between do not
    /// count.
    /// </summary>
    public static bool IsBetweenJoining(ReadOnlySpan<int> label, int i)
    {
        var before = i - 1;
        while (before >= 0 && IsTransparent(label[before]))
        {
            before--;
        }

        var after = i + 1;
        while (after < label.Length && IsTransparent(label[after]))
        {
            after++;
        }

        return before >= 0 && after < label.Length && JoinsBoth(label[before])
            && (JoinsBoth(label[after]) || RightJoining.Contains(label[after]));
    }

    private static bool JoinsBoth(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        && !RightJoining.Contains(codePoint) && !NotJoining.Contains(codePoint)
        && (IsOf("Arabic", codePoint) || IsOf("Syriac", codePoint) || IsOf("Nko", codePoint) || IsOf("Mongolian", codePoint));

    private static bool IsTransparent(int codePoint) =>
        CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static bool IsOf(string script, int codePoint) => UnicodeTables.Script(script)!.Contains(codePoint);
}
