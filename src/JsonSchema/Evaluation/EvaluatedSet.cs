using System.Buffers;

namespace SocialContract.JsonSchema.Evaluation;

/// <summary>A temporary set of members or elements; it is pooled where the words on the stack are not enough.</summary>
internal ref struct EvaluatedSet
{
    /// <summary>The number of words that a caller reserves on its stack.</summary>
    public const int StackWords = 4;

    private ulong[]? _rented;

    /// <param name="onStack"><see cref="StackWords"/> words of the caller's stack.</param>
    /// <param name="count">The number of members or elements of the instance.</param>
    public EvaluatedSet(Span<ulong> onStack, int count)
    {
        var words = (count + 63) >> 6;
        _rented = words <= onStack.Length ? null : ArrayPool<ulong>.Shared.Rent(words);
        Bits = (_rented is null ? onStack : _rented)[..words];
        Bits.Clear();
    }

    public Span<ulong> Bits { get; }

    public static bool Contains(ReadOnlySpan<ulong> bits, int number) => (bits[number >> 6] >> (number & 63) & 1) != 0;

    public static void Set(Span<ulong> bits, int number) => bits[number >> 6] |= 1UL << (number & 63);

    /// <summary>Sets the first <paramref name="count"/> bits.</summary>
    public static void SetFirst(Span<ulong> bits, int count)
    {
        bits[..(count >> 6)].Fill(ulong.MaxValue);
        if ((count & 63) != 0)
        {
            bits[count >> 6] |= (1UL << (count & 63)) - 1;
        }
    }

    public readonly void AddTo(Span<ulong> target)
    {
        for (var i = 0; i < Bits.Length; i++)
        {
            target[i] |= Bits[i];
        }
    }

    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
