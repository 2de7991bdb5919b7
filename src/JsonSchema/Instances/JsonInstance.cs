using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace SocialContract.JsonSchema.Instances;

/// <summary>
/// A JSON text that has been read once: a flat tape of its values over the caller's bytes, which must not change while the instance is
/// used. Rented from a pool: <see cref="Dispose"/> returns it once, and from then on its cursors throw
/// <see cref="ObjectDisposedException"/>. Several threads may read an instance at a time, but none may while it is disposed.
/// </summary>
public sealed class JsonInstance : IDisposable
{
    /// <summary>A longer tape is not pooled: a pool would keep the memory of the largest texts long after they were read.</summary>
    internal const int MaxPooledTape = 1 << 16;

    private byte[] _bytes = [];
    private byte[]? _copy;
    private int _offset;
    private int _length;
    private TapeEntry[] _tape = [];
    private int _count;
    private bool _inUse;

    internal JsonInstance()
    {
    }

    /// <summary>The value of the whole text.</summary>
    public JsonCursor Root => new(this, 0, Version);

    /// <summary>Grows by 1 whenever the instance is returned, so that a cursor from before is recognised.</summary>
    internal int Version { get; private set; }

    internal ReadOnlySpan<byte> Text => new(_bytes, _offset, _length);

    internal ReadOnlySpan<TapeEntry> Tape => new(_tape, 0, _count);

    /// <summary>Reads one JSON text (RFC 8259), without allocating once the pool is warm.</summary>
    /// <param name="utf8">The text; a byte order mark before it is a fault.</param>
    /// <param name="instance">The instance, which the caller disposes; null where the text is faulty.</param>
    /// <param name="fault">The fault; of kind <see cref="JsonFaultKind.None"/> where there is none.</param>
    public static bool TryParse(
        ReadOnlyMemory<byte> utf8, JsonLimits limits, [NotNullWhen(true)] out JsonInstance? instance, out JsonFault fault)
    {
        ArgumentNullException.ThrowIfNull(limits);
        instance = Read(utf8, limits, out var kind, out var offset);
        fault = instance is null ? FaultMessages.At(utf8.Span, offset, kind, limits) : default;
        return instance is not null;
    }

    /// <summary>As <see cref="TryParse"/>, without a description of the fault.</summary>
    internal static JsonInstance? Read(ReadOnlyMemory<byte> utf8, JsonLimits limits, out JsonFaultKind kind, out int offset)
    {
        offset = 0;
        if (utf8.Length > limits.MaxBytes)
        {
            kind = JsonFaultKind.Size;
            return null;
        }

        var text = utf8.Span;
        if (!Utf8.IsValid(text))
        {
            kind = JsonFaultKind.Utf8;
            offset = FirstMalformed(text);
            return null;
        }

        var instance = InstancePool.Rent();
        instance.Take(utf8);
        var tokenizer = new Tokenizer(text, limits, instance._tape);
        kind = tokenizer.Read();
        instance._tape = tokenizer.Tape;
        instance._count = tokenizer.Count;
        if (kind == JsonFaultKind.None)
        {
            return instance;
        }

        offset = tokenizer.Position;
        instance.Dispose();
        return null;
    }

    public void Dispose()
    {
        if (!_inUse)
        {
            return;
        }

        _inUse = false;
        Version++;
        _bytes = [];
        _count = 0;
        if (_copy is not null)
        {
            ArrayPool<byte>.Shared.Return(_copy);
            _copy = null;
        }

        if (_tape.Length > MaxPooledTape)
        {
            _tape = [];
        }

        InstancePool.Return(this);
    }

    private void Take(ReadOnlyMemory<byte> utf8)
    {
        _inUse = true;
        _length = utf8.Length;
        if (MemoryMarshal.TryGetArray(utf8, out var segment) && segment.Array is not null)
        {
            (_bytes, _offset) = (segment.Array, segment.Offset);
        }
        else
        {
            _copy = ArrayPool<byte>.Shared.Rent(utf8.Length);
            utf8.CopyTo(_copy);
            (_bytes, _offset) = (_copy, 0);
        }

        if (_tape.Length == 0)
        {
            _tape = ArrayPool<TapeEntry>.Shared.Rent(Math.Clamp(utf8.Length / 8, 64, MaxPooledTape));
        }
    }

    private static int FirstMalformed(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (System.Text.Rune.DecodeFromUtf8(text[offset..], out _, out var length) == OperationStatus.Done)
        {
            offset += length;
        }

        return offset;
    }
}
