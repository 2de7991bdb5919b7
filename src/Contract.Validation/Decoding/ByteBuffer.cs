using System.Buffers;
using System.Text;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// A growing, reusable buffer of bytes that can write JSON. The memory that it returns is valid until the next write or
/// <see cref="Clear"/>.
/// </summary>
internal sealed class ByteBuffer
{
    private const int KeptBytes = 64 * 1024;

    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    /// <summary>The scalars that may be read otherwise (<see cref="ReadingChoice"/>): start, and length in bytes.</summary>
    public List<(int Start, int Length)> Open { get; } = [];

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>The bytes from <paramref name="start"/> on, writable.</summary>
    public Span<byte> Writable(int start) => _bytes.AsSpan(start, Length - start);

    /// <summary>The bytes from <paramref name="start"/> on.</summary>
    public ReadOnlyMemory<byte> Since(int start) => _bytes.AsMemory(start, Length - start);

    public ReadOnlyMemory<byte> Slice(int start, int length) => _bytes.AsMemory(start, length);

    public void Clear()
    {
        Length = 0;
        Open.Clear();
        if (_bytes.Length > KeptBytes)
        {
            _bytes = new byte[256];
        }
    }

    /// <summary>Removes the bytes after <paramref name="length"/>.</summary>
    public void Truncate(int length)
    {
        Length = length;
        while (Open.Count > 0 && Open[^1].Start >= length)
        {
            Open.RemoveAt(Open.Count - 1);
        }
    }

    /// <summary>Moves the bytes from <paramref name="from"/> on to <paramref name="start"/>, and removes what follows them.</summary>
    public void MoveEnd(int from, int start)
    {
        var length = Length - from;
        _bytes.AsSpan(from, length).CopyTo(_bytes.AsSpan(start));
        Length = start + length;
    }

    /// <summary>Appends bytes of the buffer itself.</summary>
    public void AppendCopy(int start, int length)
    {
        Reserve(length);
        _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(Length));
        Length += length;
    }

    public void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    public void Append(ReadOnlySpan<byte> values)
    {
        values.CopyTo(Reserve(values.Length));
        Length += values.Length;
    }

    /// <summary>Appends text as UTF-8; lone surrogates become U+FFFD.</summary>
    public void AppendUtf8(ReadOnlySpan<char> text) =>
        Length += Encoding.UTF8.GetBytes(text, Reserve(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Appends a JSON string (RFC 8259 section 7) with that text.</summary>
    public void AppendString(ReadOnlySpan<byte> utf8)
    {
        Append((byte)'"');
        while (!utf8.IsEmpty)
        {
            var plain = utf8.IndexOfAny(Escaped);
            if (plain < 0)
            {
                Append(utf8);
                break;
            }

            Append(utf8[..plain]);
            AppendEscape(utf8[plain]);
            utf8 = utf8[(plain + 1)..];
        }

        Append((byte)'"');
    }

    private void AppendEscape(byte value)
    {
        if (value >= 0x20)
        {
            Append([(byte)'\\', value]);
            return;
        }

        Append("\\u00"u8);
        Append((byte)('0' + (value >> 4)));
        Append((byte)"0123456789abcdef"[value & 15]);
    }

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Length + count)));
        }

        return _bytes.AsSpan(Length);
    }
}
