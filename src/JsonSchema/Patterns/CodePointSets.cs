namespace SocialContract.JsonSchema.Patterns;

/// <summary>The sets that escapes mean (ECMA-262 section 22.2.2.9).</summary>
internal static class CodePointSets
{
    public static CodePointSet Digits { get; } = CodePointSet.Of('0', '9');

    public static CodePointSet Word { get; } = CodePointSet.Of([new('a', 'z'), new('A', 'Z'), new('0', '9'), new('_', '_')]);

    /// <summary>WhiteSpace and LineTerminator (ECMA-262 section 12.2 and 12.3).</summary>
    public static CodePointSet Space { get; } = CodePointSet.Of(
    [
        new('\t', '\r'), new(' ', ' '), new(0xA0, 0xA0), new(0x1680, 0x1680), new(0x2000, 0x200A), new(0x2028, 0x2029),
        new(0x202F, 0x202F), new(0x205F, 0x205F), new(0x3000, 0x3000), new(0xFEFF, 0xFEFF),
    ]);

    public static CodePointSet AnyButLineTerminators { get; } =
        CodePointSet.Of([new('\n', '\n'), new('\r', '\r'), new(0x2028, 0x2029)]).Complement();
}
