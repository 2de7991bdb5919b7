using System.Text;

namespace SocialContract.Contract.Documents;

/// <summary>A growing UTF-8 JSON text whose length is always known, so that offsets into it can be recorded while it is written.</summary>
internal sealed class JsonBuffer(int capacity)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 256)];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Slice(int start, int end) => _bytes.AsSpan(start, end - start);

    public ReadOnlyMemory<byte> ToMemory() => _bytes.AsMemory(0, Length);

    /// <summary>Removes the bytes from that offset on.</summary>
    public void Truncate(int length) => Length = length;

    public void Write(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>Writes text that is already JSON: a number or a literal.</summary>
    public void WriteAscii(ReadOnlySpan<char> text) => Length += Encoding.UTF8.GetBytes(text, Room(text.Length * 3));

    /// <summary>Writes a JSON string with its quotes.</summary>
    public void WriteString(ReadOnlySpan<char> text)
    {
        Write((byte)'"');
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyInRange('\0', '\u001f');
            var quoted = text.IndexOfAny('"', '\\');
            var end = (plain, quoted) switch
            {
                (< 0, < 0) => text.Length,
                ( < 0, _) => quoted,
                (_, < 0) => plain,
                _ => Math.Min(plain, quoted),
            };
            WriteAscii(text[..end]);
            if (end == text.Length)
            {
                break;
            }

            WriteEscape(text[end]);
            text = text[(end + 1)..];
        }

        Write((byte)'"');
    }

    private void WriteEscape(char letter)
    {
        switch (letter)
        {
            case '"' or '\\':
                Write((byte)'\\');
                Write((byte)letter);
                break;
            case '\n':
                Write("\\n"u8);
                break;
            case '\r':
                Write("\\r"u8);
                break;
            case '\t':
                Write("\\t"u8);
                break;
            default:
                Write("\\u00"u8);
                Write((byte)(letter < 16 ? '0' : '1'));
                Write((byte)"0123456789abcdef"[letter & 15]);
                break;
        }
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, (long)Length + count)));
        }

        return _bytes.AsSpan(Length);
    }
}
