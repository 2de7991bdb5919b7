using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Journal;

/// <summary>Messages as bytes, in memory that is used again for later messages.</summary>
internal sealed class MessageBuffer
{
    /// <summary>Larger memory is given up when the buffer is emptied. Bytes.</summary>
    private const int MaxReused = 4 * 1024;

    private const int LeastBytes = 512;

    /// <summary>What the rest of a request and its response ordinarily takes. Bytes.</summary>
    private const int HeadBytes = 2 * 1024;

    private byte[] _bytes = [];

    /// <summary>Where the next part is written. Bytes.</summary>
    private int _end;

    /// <summary>The memory that the buffer takes. Bytes.</summary>
    public int Capacity => _bytes.Length;

    /// <summary>Makes room for other messages.</summary>
    /// <param name="bodies">The size of their bodies. Bytes.</param>
    public void Clear(int bodies = 0)
    {
        _end = 0;
        if (bodies > MaxReused)
        {
            _bytes = new byte[bodies + HeadBytes];
        }
        else if (_bytes.Length > MaxReused)
        {
            _bytes = [];
        }
    }

    /// <summary>A copy that stays as it is.</summary>
    public MessageBuffer Copy() => new() { _bytes = _bytes[.._end], _end = _end };

    /// <param name="body">The request's body, or empty if it is not stored.</param>
    public void Write(RequestMessage request, ReadOnlySpan<byte> body)
    {
        Write(request.Method);
        Write(request.Target);
        Write(request.Scheme);
        Write(request.Headers);
        Write(request.Trailers);
        Write(body);
    }

    /// <param name="body">The response's body, or empty if it is not stored.</param>
    public void Write(ResponseMessage response, ReadOnlySpan<byte> body)
    {
        Write(response.Status);
        Write(response.Reason is null ? 0 : 1);
        Write(response.Reason ?? "");
        Write(response.Headers);
        Write(response.Trailers);
        Write(body);
    }

    public RequestMessage ReadRequest(ref int at)
    {
        var (method, target, scheme) = (ReadText(ref at), ReadText(ref at), ReadText(ref at));
        var (headers, trailers) = (ReadFields(ref at), ReadFields(ref at));
        return new RequestMessage(method, target, headers, Read(ref at).ToArray()) { Scheme = scheme, Trailers = trailers };
    }

    public ResponseMessage ReadResponse(ref int at)
    {
        var status = ReadNumber(ref at);
        var hasReason = ReadNumber(ref at) == 1;
        var reason = ReadText(ref at);
        var (headers, trailers) = (ReadFields(ref at), ReadFields(ref at));
        return new ResponseMessage(status, headers, Read(ref at).ToArray()) { Reason = hasReason ? reason : null, Trailers = trailers };
    }

    private void Write(HeaderFields fields)
    {
        Write(fields.Count);
        for (var index = 0; index < fields.Count; index++)
        {
            var (name, value) = fields[index];
            var line = Take((2 * sizeof(int)) + (sizeof(char) * (name.Length + value.Length)));
            Write(value, Write(name, line));
        }
    }

    private HeaderFields ReadFields(ref int at)
    {
        var lines = new KeyValuePair<string, string>[ReadNumber(ref at)];
        for (var index = 0; index < lines.Length; index++)
        {
            lines[index] = new(ReadText(ref at), ReadText(ref at));
        }

        return HeaderFields.Of(lines);
    }

    /// <summary>As UTF-16, which copies every string as it is.</summary>
    private void Write(string text) => Write(text, Take(sizeof(int) + (sizeof(char) * text.Length)));

    /// <returns>The rest of <paramref name="to"/>.</returns>
    private static Span<byte> Write(string text, Span<byte> to)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        BinaryPrimitives.WriteInt32LittleEndian(to, bytes.Length);
        bytes.CopyTo(to[sizeof(int)..]);
        return to[(sizeof(int) + bytes.Length)..];
    }

    private string ReadText(ref int at) => new(MemoryMarshal.Cast<byte, char>(Read(ref at)));

    private void Write(ReadOnlySpan<byte> bytes)
    {
        Write(bytes.Length);
        bytes.CopyTo(Take(bytes.Length));
    }

    private ReadOnlySpan<byte> Read(ref int at)
    {
        var length = ReadNumber(ref at);
        at += length;
        return _bytes.AsSpan(at - length, length);
    }

    private void Write(int number) => BinaryPrimitives.WriteInt32LittleEndian(Take(sizeof(int)), number);

    private int ReadNumber(ref int at)
    {
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at - sizeof(int)));
    }

    private Span<byte> Take(int length)
    {
        var start = _end;
        _end += length;
        if (_end > _bytes.Length)
        {
            // Twice as much each time, but of large memory nothing is wasted: it counts in the journal's limit.
            var more = _end > MaxReused ? _end + HeadBytes : (int)BitOperations.RoundUpToPowerOf2((uint)_end);
            Array.Resize(ref _bytes, Math.Max(LeastBytes, more));
        }

        return _bytes.AsSpan(start, length);
    }
}
