using System.Buffers;
using System.Numerics;

namespace SocialContract.JsonSchema.Instances;

/// <summary>Finds an object's members by the hash of their names: few members by looking at each, many by a pooled table.</summary>
internal ref struct NameIndex
{
    private const int Few = 16;

    private readonly ReadOnlySpan<TapeEntry> _tape;
    private readonly int _start;
    private readonly int _end;
    private readonly int[]? _table;
    private readonly int _mask;
    private int _hash;
    private int _next;

    public NameIndex(ReadOnlySpan<TapeEntry> tape, int index, int count)
    {
        _tape = tape;
        _start = index + 1;
        _end = tape[index].End;
        if (count <= Few)
        {
            return;
        }

        _mask = (int)BitOperations.RoundUpToPowerOf2((uint)count * 2) - 1;
        _table = ArrayPool<int>.Shared.Rent(_mask + 1);
        _table.AsSpan(0, _mask + 1).Clear();
        for (var name = _start; name < _end; name = tape[name + 1].End)
        {
            var slot = tape[name].End & _mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _table[slot] = name;
        }
    }

    /// <summary>The first name with that hash, or -1.</summary>
    public int First(int hash)
    {
        _hash = hash;
        _next = _table is null ? _start : hash & _mask;
        return Next();
    }

    /// <summary>The next name with the same hash, or -1.</summary>
    public int Next()
    {
        if (_table is null)
        {
            for (; _next < _end; _next = _tape[_next + 1].End)
            {
                if (_tape[_next].End == _hash)
                {
                    var found = _next;
                    _next = _tape[_next + 1].End;
                    return found;
                }
            }

            return -1;
        }

        while (_table[_next] != 0)
        {
            var candidate = _table[_next];
            _next = (_next + 1) & _mask;
            if (_tape[candidate].End == _hash)
            {
                return candidate;
            }
        }

        return -1;
    }

    public readonly void Dispose()
    {
        if (_table is not null)
        {
            ArrayPool<int>.Shared.Return(_table);
        }
    }
}
