using System.Numerics;

namespace SocialContract.Contract.Generation.Data.Numbers;

/// <summary>
/// The numbers that a set of keywords allows, as multiples of a step: from <see cref="First"/> × step to <see cref="Last"/> ×
/// step.
/// </summary>
/// <remarks>All values are integers in units of 10^-scale, so that <c>multipleOf: 0.01</c> is exact.</remarks>
internal sealed class NumberBounds
{
    private readonly BigInteger _step;
    private readonly int _scale;

    private NumberBounds(BigInteger? first, BigInteger? last, BigInteger step, int scale) =>
        (First, Last, _step, _scale) = (first, last, step, scale);

    /// <summary>The index of the least number; null without a lower limit.</summary>
    public BigInteger? First { get; }

    /// <summary>The index of the greatest number; null without an upper limit.</summary>
    public BigInteger? Last { get; }

    public bool IsEmpty => First > Last;

    /// <summary>How many numbers there are; null where they are infinitely many.</summary>
    public BigInteger? Count => Last - First + 1;

    /// <param name="integer">Whether only integers are allowed.</param>
    /// <param name="multiples">The values of <c>multipleOf</c>, all positive.</param>
    /// <param name="places">Decimal places where the keywords do not require more.</param>
    public static NumberBounds Of(
        IReadOnlyList<NumberLimit> minimums,
        IReadOnlyList<NumberLimit> maximums,
        IReadOnlyList<ExactNumber> multiples,
        bool integer,
        int places)
    {
        // A narrow range needs more decimal places than its limits are written with: between 0 and 1, both excluded, lies 0.1.
        var scale = minimums.Concat(maximums).Select(limit => limit.Value.Scale + 1)
            .Concat(multiples.Select(multiple => multiple.Scale))
            .Append(integer ? 0 : places)
            .Max();
        var unit = BigInteger.Pow(10, scale);
        var step = integer ? unit : multiples.Count == 0 ? BigInteger.One : multiples[0].At(scale);
        foreach (var multiple in multiples)
        {
            var other = multiple.At(scale);
            step = step / BigInteger.GreatestCommonDivisor(step, other) * other;
        }

        BigInteger? first = null;
        foreach (var limit in minimums)
        {
            var value = limit.Value.At(scale);
            var at = limit.Exclusive ? FloorDivide(value, step) + 1 : -FloorDivide(-value, step);
            first = first is null ? at : BigInteger.Max(first.Value, at);
        }

        BigInteger? last = null;
        foreach (var limit in maximums)
        {
            var value = limit.Value.At(scale);
            var at = limit.Exclusive ? -FloorDivide(-value, step) - 1 : FloorDivide(value, step);
            last = last is null ? at : BigInteger.Min(last.Value, at);
        }

        return new(first, last, step, scale);
    }

    /// <summary>The number with that index: index × step.</summary>
    public ExactNumber At(BigInteger index) => new(index * _step, _scale);

    /// <summary>The index of the greatest allowed number up to <paramref name="wish"/>, else of the least allowed number.</summary>
    public BigInteger Nearest(ExactNumber wish)
    {
        var scale = Math.Max(wish.Scale, _scale);
        var step = _step * BigInteger.Pow(10, scale - _scale);
        var index = FloorDivide(wish.At(scale), step);
        index = First is { } first ? BigInteger.Max(first, index) : index;
        return Last is { } last ? BigInteger.Min(last, index) : index;
    }

    private static BigInteger FloorDivide(BigInteger value, BigInteger divisor)
    {
        var quotient = BigInteger.DivRem(value, divisor, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }
}

/// <summary>The lower or the upper limit of a range of numbers.</summary>
internal readonly record struct NumberLimit(ExactNumber Value, bool Exclusive);
