using System.Numerics;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>The set of lengths, in code points from 0 to a cap, that a part of a pattern can have; one bit for each length.</summary>
internal sealed class LengthSet
{
    private readonly ulong[] _words;
    private readonly int _cap;

    private LengthSet(int cap) => (_words, _cap) = (new ulong[(cap >> 6) + 1], cap);

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public static LengthSet None(int cap) => new(cap);

    public static LengthSet Of(int length, int cap) => Between(length, length, cap);

    public static LengthSet Between(int first, int last, int cap)
    {
        var set = new LengthSet(cap);
        for (var length = first; length <= Math.Min(last, cap); length++)
        {
            set._words[length >> 6] |= 1UL << (length & 63);
        }

        return set;
    }

    public bool Contains(int length) => length >= 0 && length <= _cap && (_words[length >> 6] & (1UL << (length & 63))) != 0;

    public LengthSet Or(LengthSet other)
    {
        var union = new LengthSet(_cap);
        for (var word = 0; word < _words.Length; word++)
        {
            union._words[word] = _words[word] | other._words[word];
        }

        return union;
    }

    /// <summary>Every sum of a length of this set and a length of the other.</summary>
    public LengthSet Plus(LengthSet other)
    {
        var (few, many) = Population <= other.Population ? (this, other) : (other, this);
        var sum = new LengthSet(_cap);
        foreach (var length in few.Values())
        {
            sum.AddShifted(many, length);
        }

        return sum;
    }

    /// <summary>Every sum of <paramref name="min"/> to <paramref name="max"/> (null: without limit) lengths of this set.</summary>
    public LengthSet Times(int min, int? max)
    {
        if (max is null && Contains(1))
        {
            return Between(Contains(0) ? 0 : min, _cap, _cap);
        }

        var sum = Of(0, _cap);
        for (var time = 0; time < min; time++)
        {
            var next = sum.Plus(this);
            if (next.SetEquals(sum))
            {
                break;
            }

            sum = next;
        }

        var all = sum;
        for (var time = min; time < (max ?? int.MaxValue); time++)
        {
            sum = sum.Plus(this);
            var more = all.Or(sum);
            if (more.SetEquals(all))
            {
                break;
            }

            all = more;
        }

        return all;
    }

    /// <summary>In ascending order.</summary>
    public IEnumerable<int> Values()
    {
        for (var word = 0; word < _words.Length; word++)
        {
            for (var rest = _words[word]; rest != 0; rest &= rest - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    private int Population
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    private bool SetEquals(LengthSet other) => _words.AsSpan().SequenceEqual(other._words);

    private void AddShifted(LengthSet other, int shift)
    {
        var (words, bits) = (shift >> 6, shift & 63);
        for (var word = words; word < _words.Length; word++)
        {
            var low = other._words[word - words] << bits;
            var carried = bits > 0 && word > words ? other._words[word - words - 1] >> (64 - bits) : 0;
            _words[word] |= low | carried;
        }

        var unused = 63 - (_cap & 63);
        _words[^1] = _words[^1] << unused >> unused;
    }
}
