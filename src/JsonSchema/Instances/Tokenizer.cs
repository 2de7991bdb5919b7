using System.Buffers;
using System.Runtime.CompilerServices;

namespace SocialContract.JsonSchema.Instances;

/// <summary>
/// Reads a text onto a tape in one pass without recursion (RFC 8259). While a container is open, its entry's <c>Length</c> is the
/// index of its parent container and its <c>End</c> counts its members or elements.
/// One file: what reads names, values and containers shares the position and the tape.
/// </summary>
internal ref struct Tokenizer
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly JsonLimits _limits;
    private TapeEntry[] _tape;
    private int _count;
    private int _position;

    /// <param name="tape">A rented array; the tokenizer replaces it by a larger one of the pool where it is too small.</param>
    public Tokenizer(ReadOnlySpan<byte> text, JsonLimits limits, TapeEntry[] tape)
    {
        _text = text;
        _limits = limits;
        _tape = tape;
    }

    /// <summary>The array in use. The caller keeps or returns it, also where the text is faulty.</summary>
    public readonly TapeEntry[] Tape => _tape;

    public readonly int Count => _count;

    /// <summary>The offset of the fault that <see cref="Read"/> returned.</summary>
    public readonly int Position => _position;

    public JsonFaultKind Read()
    {
        var open = -1;
        var depth = 0;

    value:
        if (!SkipToToken())
        {
            return JsonFaultKind.Syntax;
        }

        EnsureRoom();
        var first = _text[_position];
        if (first == '"')
        {
            var fault = ReadString(isName: false);
            if (fault != JsonFaultKind.None)
            {
                return fault;
            }

            goto afterValue;
        }

        if (first is (byte)'{' or (byte)'[')
        {
            if (++depth > _limits.MaxDepth)
            {
                return JsonFaultKind.Depth;
            }

            var isObject = first == '{';
            _tape[_count] = new(_position, open, 0, (int)(isObject ? ValueKind.Object : ValueKind.Array));
            open = _count++;
            _position++;
            if (!SkipToToken())
            {
                return JsonFaultKind.Syntax;
            }

            if (_text[_position] == (isObject ? '}' : ']'))
            {
                goto close;
            }

            if (isObject)
            {
                goto name;
            }

            goto value;
        }

        var scalarFault = first is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? ReadNumber() : ReadLiteral();
        if (scalarFault != JsonFaultKind.None)
        {
            return scalarFault;
        }

    afterValue:
        if (open < 0)
        {
            return SkipToToken() ? JsonFaultKind.Syntax : JsonFaultKind.None;
        }

        ref var container = ref _tape[open];
        container.End++;
        if (!SkipToToken())
        {
            return JsonFaultKind.Syntax;
        }

        var next = _text[_position];
        if (next == ',')
        {
            _position++;
            if (container.Kind == ValueKind.Object)
            {
                goto name;
            }

            goto value;
        }

        if (next == (container.Kind == ValueKind.Object ? '}' : ']'))
        {
            goto close;
        }

        return JsonFaultKind.Syntax;

    name:
        if (!SkipToToken() || _text[_position] != '"')
        {
            return JsonFaultKind.Syntax;
        }

        EnsureRoom();
        var nameFault = ReadString(isName: true);
        if (nameFault != JsonFaultKind.None)
        {
            return nameFault;
        }

        if (!SkipToToken() || _text[_position] != ':')
        {
            return JsonFaultKind.Syntax;
        }

        _position++;
        goto value;

    close:
        _position++;
        depth--;
        ref var closed = ref _tape[open];
        var around = closed.Length;
        var held = closed.End;
        closed.Length = _position - closed.Start;
        closed.End = _count;
        closed.Meta |= Math.Min(held, TapeEntry.MaxCount) << TapeEntry.CountShift;
        if (held > 1 && closed.Kind == ValueKind.Object)
        {
            var duplicate = DuplicateNames.Resolve(_text, _tape, open, ref _count, held, _limits.AllowDuplicateNames);
            if (duplicate >= 0)
            {
                _position = duplicate;
                return JsonFaultKind.DuplicateName;
            }
        }

        open = around;
        goto afterValue;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EnsureRoom()
    {
        if (_count >= _tape.Length)
        {
            Grow();
        }
    }

    private void Grow()
    {
        var length = _tape.Length * 2;
        var larger = length <= JsonInstance.MaxPooledTape
            ? ArrayPool<TapeEntry>.Shared.Rent(length)
            : GC.AllocateUninitializedArray<TapeEntry>(length);
        _tape.AsSpan(0, _count).CopyTo(larger);
        if (_tape.Length <= JsonInstance.MaxPooledTape)
        {
            ArrayPool<TapeEntry>.Shared.Return(_tape);
        }

        _tape = larger;
    }

    /// <summary>Moves to the next byte that is not white space; false at the end of the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool SkipToToken()
    {
        var text = _text;
        var position = _position;
        while ((uint)position < (uint)text.Length)
        {
            var value = text[position];
            if (value > 0x20 || value is not (0x20 or 0x0A or 0x0D or 0x09))
            {
                _position = position;
                return true;
            }

            position++;
        }

        _position = position;
        return false;
    }

    private JsonFaultKind ReadString(bool isName)
    {
        var start = ++_position;
        uint high = 0;
        var escaped = 0;
        while (true)
        {
            _position = StringScan.Next(_text, _position, ref high);
            if (_position >= _text.Length || _text[_position] < 0x20)
            {
                return JsonFaultKind.Syntax;
            }

            if (_text[_position] == '"')
            {
                break;
            }

            escaped = TapeEntry.EscapedFlag;
            var fault = StringScan.Escape(_text, ref _position);
            if (fault != JsonFaultKind.None)
            {
                return fault;
            }
        }

        var length = _position++ - start;
        var meta = (int)ValueKind.String | escaped | (high != 0 ? TapeEntry.NonAsciiFlag : 0);
        _tape[_count] = isName
            ? new(start, length, JsonText.HashOf(_text.Slice(start, length), escaped != 0), meta | TapeEntry.NameFlag)
            : new(start, length, _count + 1, meta);
        _count++;
        return JsonFaultKind.None;
    }

    private JsonFaultKind ReadNumber()
    {
        var start = _position;
        var fault = ScalarScan.Number(_text, ref _position, out var isPlainInteger);
        if (fault == JsonFaultKind.None)
        {
            var meta = (int)ValueKind.Number | (isPlainInteger ? TapeEntry.PlainIntegerFlag : 0);
            _tape[_count] = new(start, _position - start, _count + 1, meta);
            _count++;
        }

        return fault;
    }

    private JsonFaultKind ReadLiteral()
    {
        var start = _position;
        var fault = ScalarScan.Literal(_text, ref _position, out var kind);
        if (fault == JsonFaultKind.None)
        {
            _tape[_count] = new(start, _position - start, _count + 1, (int)kind);
            _count++;
        }

        return fault;
    }
}
