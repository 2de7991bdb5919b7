using System.Text;

namespace SocialContract.Contract.Documents;

/// <summary>
/// The starts of the lines of a UTF-8 text (LF, CRLF or a lone CR ends a line), and the relation of byte offsets to UTF-16 columns. Built
/// once, on first use; the cost of a look-up does not depend on the length of the lines.
/// </summary>
internal sealed class LineTable
{
    private const int BlockSize = 4096;

    private readonly ReadOnlyMemory<byte> _text;
    private readonly int[] _starts;

    /// <summary>The number of UTF-16 units before each block of the text.</summary>
    private readonly int[] _units;

    public LineTable(ReadOnlyMemory<byte> text)
    {
        _text = text;
        _starts = Starts(text.Span);
        _units = Units(text.Span);
    }

    /// <summary>1-based line and column (UTF-16 code units) of a byte offset.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, UnitsBefore(offset) - UnitsBefore(_starts[line]) + 1);
    }

    /// <summary>
    /// The text of a line from one column up to another (1-based, UTF-16 units, the end excluded), and whether the line has more text on
    /// either side.
    /// </summary>
    public (string Text, bool HasBefore, bool HasAfter) Slice(int line, int fromColumn, int toColumn)
    {
        if (line < 1 || line > _starts.Length)
        {
            return ("", false, false);
        }

        var start = _starts[line - 1];
        var end = line < _starts.Length ? _starts[line] : _text.Length;
        end = start + _text.Span[start..end].TrimEnd("\r\n"u8).Length;
        var before = UnitsBefore(start);
        var from = Math.Min(end, OffsetOf(before + fromColumn - 1, start));
        var to = Math.Min(end, OffsetOf(before + toColumn - 1, from));
        return (Encoding.UTF8.GetString(_text.Span[from..to]), from > start, to < end);
    }

    private static int[] Starts(ReadOnlySpan<byte> bytes)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < bytes.Length;)
        {
            var found = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
            if (found < 0)
            {
                break;
            }

            at += found + 1;
            if (bytes[at - 1] == '\r' && at < bytes.Length && bytes[at] == '\n')
            {
                at++;
            }

            starts.Add(at);
        }

        return [.. starts];
    }

    private static int[] Units(ReadOnlySpan<byte> bytes)
    {
        var units = new int[(bytes.Length / BlockSize) + 1];
        for (var block = 1; block < units.Length; block++)
        {
            units[block] = units[block - 1] + Count(bytes.Slice((block - 1) * BlockSize, BlockSize));
        }

        return units;
    }

    private int UnitsBefore(int offset) =>
        _units[offset / BlockSize] + Count(_text.Span[(offset / BlockSize * BlockSize)..offset]);

    /// <summary>The offset that follows that many UTF-16 units, at least <paramref name="notBefore"/>.</summary>
    private int OffsetOf(int units, int notBefore)
    {
        var index = Array.BinarySearch(_units, units);
        var block = index >= 0 ? index : ~index - 1;
        while (block > 0 && _units[block] == units)
        {
            block--;
        }

        var offset = block * BlockSize;
        var seen = _units[block];
        while (offset < _text.Length && seen < units)
        {
            seen += Count(_text.Span.Slice(offset++, 1));
        }

        while (offset < _text.Length && (_text.Span[offset] & 0xC0) == 0x80)
        {
            offset++;
        }

        return Math.Max(offset, notBefore);
    }

    /// <summary>
    /// Counts each character at its first byte, as two beyond the basic plane, so that the counts of adjacent parts add up.
    /// </summary>
    private static int Count(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var value in bytes)
        {
            units += (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
        }

        return units;
    }
}
