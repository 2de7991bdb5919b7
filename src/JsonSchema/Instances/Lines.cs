namespace SocialContract.JsonSchema.Instances;

/// <summary>Turns an offset into a line and a column, both from 1, columns in bytes.</summary>
internal static class Lines
{
    public static (int Line, int Column) At(ReadOnlySpan<byte> text, int offset)
    {
        var before = text[..Math.Min(offset, text.Length)];
        return (before.Count((byte)'\n') + 1, offset - before.LastIndexOf((byte)'\n'));
    }
}
