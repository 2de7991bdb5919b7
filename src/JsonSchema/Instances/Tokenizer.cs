using System.Buffers;
using System.Runtime.CompilerServices;

namespace SocialContract.JsonSchema.Instances;

/// <summary>
/// Reads a text onto a tape in one pass without recursion (RFC 8259). While a container is open, its entry's <c>Length</c> holds the
/// index of the container around it and its <c>End</c> counts what it holds.
/// </summary>
internal ref struct Tokenizer
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly JsonLimits _limits;
    private TapeEntry[] _tape;
    private int _count;
    private int _position;

    /// <param name="tape">A rented array; the tokenizer exchanges it for a larger one of the pool where it has to.</param>
    public Tokenizer(ReadOnlySpan<byte> text, JsonLimits limits, TapeEntry[] tape)
    {
        _text = text;
        _limits = limits;
        _tape = tape;
    }

    /// <summary>The array in use, to be kept or returned by the caller whatever became of the text.</summary>
    public readonly TapeEntry[] Tape => _tape;

    public readonly int Count => _count;

    /// <summary>Where the fault is, once <see cref="Read"/> returned one.</summary>
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

        var scalarFault = first is (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? ReadNumber() : ReadLiteral(first);
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
        var larger = ArrayPool<TapeEntry>.Shared.Rent(_tape.Length * 2);
        _tape.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<TapeEntry>.Shared.Return(_tape);
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
            var fault = ReadEscape();
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

    private JsonFaultKind ReadEscape()
    {
        var rest = _text[_position..];
        if (rest.Length < 2)
        {
            return JsonFaultKind.Syntax;
        }

        if (rest[1] != 'u')
        {
            if (!"\"\\/bfnrt"u8.Contains(rest[1]))
            {
                return JsonFaultKind.Syntax;
            }

            _position += 2;
            return JsonFaultKind.None;
        }

        if (!IsUnit(rest))
        {
            return JsonFaultKind.Syntax;
        }

        var unit = JsonText.Unit(rest);
        if (!char.IsSurrogate(unit))
        {
            _position += 6;
            return JsonFaultKind.None;
        }

        var pair = rest[6..];
        if (char.IsLowSurrogate(unit) || !IsUnit(pair) || !char.IsLowSurrogate(JsonText.Unit(pair)))
        {
            return JsonFaultKind.LoneSurrogate;
        }

        _position += 12;
        return JsonFaultKind.None;
    }

    private static bool IsUnit(ReadOnlySpan<byte> text) =>
        text.Length >= 6 && text[0] == '\\' && text[1] == 'u' && char.IsAsciiHexDigit((char)text[2]) && char.IsAsciiHexDigit((char)text[3])
        && char.IsAsciiHexDigit((char)text[4]) && char.IsAsciiHexDigit((char)text[5]);

    private JsonFaultKind ReadNumber()
    {
        var start = _position;
        var meta = (int)ValueKind.Number | TapeEntry.PlainIntegerFlag;
        if (_text[_position] == '-')
        {
            _position++;
        }

        var leading = _position;
        if (SkipDigits() == 0 || (_text[leading] == '0' && _position - leading > 1))
        {
            return JsonFaultKind.Syntax;
        }

        if (_position < _text.Length && _text[_position] == '.')
        {
            meta = (int)ValueKind.Number;
            _position++;
            if (SkipDigits() == 0)
            {
                return JsonFaultKind.Syntax;
            }
        }

        if (_position < _text.Length && _text[_position] is (byte)'e' or (byte)'E')
        {
            meta = (int)ValueKind.Number;
            _position++;
            if (_position < _text.Length && _text[_position] is (byte)'+' or (byte)'-')
            {
                _position++;
            }

            while (_position + 1 < _text.Length && _text[_position] == '0' && char.IsAsciiDigit((char)_text[_position + 1]))
            {
                _position++;
            }

            var digits = SkipDigits();
            if (digits is 0 or > 18)
            {
                return digits == 0 ? JsonFaultKind.Syntax : JsonFaultKind.Number;
            }
        }

        _tape[_count] = new(start, _position - start, _count + 1, meta);
        _count++;
        return JsonFaultKind.None;
    }

    private int SkipDigits()
    {
        var text = _text;
        var position = _position;
        while ((uint)position < (uint)text.Length && (uint)(text[position] - '0') <= 9)
        {
            position++;
        }

        var digits = position - _position;
        _position = position;
        return digits;
    }

    private JsonFaultKind ReadLiteral(byte first)
    {
        var (literal, kind) = first switch
        {
            (byte)'t' => (4, ValueKind.True),
            (byte)'f' => (5, ValueKind.False),
            _ => (4, ValueKind.Null),
        };
        var expected = kind switch
        {
            ValueKind.True => "true"u8,
            ValueKind.False => "false"u8,
            _ => "null"u8,
        };
        if (!_text[_position..].StartsWith(expected))
        {
            return JsonFaultKind.Syntax;
        }

        _tape[_count] = new(_position, literal, _count + 1, (int)kind);
        _count++;
        _position += literal;
        return JsonFaultKind.None;
    }
}
