using System.Numerics;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Finds the indexes of values by their hashes, in 12 to 16 bytes a value.</summary>
internal sealed class HashChains
{
    /// <summary>For each bucket the index of its last value, plus 1.</summary>
    private readonly int[] _buckets;

    /// <summary>For each value its hash, and the index of the value before it in its bucket.</summary>
    private readonly (int Hash, int Before)[] _values;
    private int _count;

    public HashChains(int count)
    {
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)count)];
        _values = new (int, int)[count];
    }

    /// <summary>Adds the next value: the first has index 0.</summary>
    public void Add(int hash)
    {
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        _values[_count] = (hash, bucket - 1);
        bucket = ++_count;
    }

    /// <summary>The index of a value with that hash; negative if there is none.</summary>
    public int First(int hash) => Matching(_buckets[hash & (_buckets.Length - 1)] - 1, hash);

    /// <summary>The index of another value with that hash; negative if there is none.</summary>
    public int Next(int index, int hash) => Matching(_values[index].Before, hash);

    private int Matching(int index, int hash)
    {
        while (index >= 0 && _values[index].Hash != hash)
        {
            index = _values[index].Before;
        }

        return index;
    }
}
