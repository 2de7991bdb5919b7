using System.Text;

namespace SocialApi.Contract.Sources;

/// <summary>Where the lines of a UTF-8 text begin (LF, CRLF or a lone CR end a line). Built once, when first asked for.</summary>
internal sealed class LineTable
{
    private readonly ReadOnlyMemory<byte> _text;
    private readonly int[] _starts;

    public LineTable(ReadOnlyMemory<byte> text)
    {
        _text = text;
        var starts = new List<int> { 0 };
        var bytes = text.Span;
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

        _starts = [.. starts];
    }

    /// <summary>1-based line and column (UTF-16 code units) of a byte offset.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        var line = index >= 0 ? index : ~index - 1;
        var column = Encoding.UTF8.GetCharCount(_text.Span[_starts[line]..Math.Min(offset, _text.Length)]) + 1;
        return (line + 1, column);
    }

    /// <summary>A line's text without its end; empty where there is no such line.</summary>
    public ReadOnlySpan<byte> Line(int line)
    {
        if (line < 1 || line > _starts.Length)
        {
            return default;
        }

        var end = line < _starts.Length ? _starts[line] : _text.Length;
        return _text.Span[_starts[line - 1]..end].TrimEnd("\r\n"u8);
    }
}
