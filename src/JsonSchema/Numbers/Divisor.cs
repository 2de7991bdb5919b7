using System.Numerics;

namespace SocialContract.JsonSchema.Numbers;

/// <summary>Decides exactly whether a number is a multiple of another, in time proportional to its digits.</summary>
internal sealed class Divisor
{
    /// <summary>A longer divisor would make each division too slow.</summary>
    public const int MaxDigits = 1000;

    private const int DigitsPerStep = 17;
    private const long StepFactor = 100_000_000_000_000_000;

    private readonly BigInteger _digits;
    private readonly ulong _small;
    private readonly long _exponent;

    /// <param name="raw">A positive JSON number of at most <see cref="MaxDigits"/> significant digits.</param>
    public Divisor(ReadOnlySpan<byte> raw)
    {
        var number = new NumberText(raw);
        for (var i = 0; i < number.Length; i++)
        {
            _digits = (_digits * 10) + number[i];
        }

        _exponent = number.Magnitude - number.Length;
        _small = _digits <= long.MaxValue / 128 ? (ulong)_digits : 0;
    }

    /// <summary>
    /// With both numbers as digits × 10^exponent and digits not ending in zero: the quotient is an integer only if the value's exponent
    /// is not below the divisor's, and then if digits × 10^difference leaves no remainder.
    /// </summary>
    public bool Divides(ReadOnlySpan<byte> raw)
    {
        var number = new NumberText(raw);
        if (number.IsZero)
        {
            return true;
        }

        var shift = number.Magnitude - number.Length - _exponent;
        return shift >= 0 && (_small != 0 ? DividesSmall(number, shift) : DividesBig(number, shift));
    }

    private bool DividesSmall(NumberText number, long shift)
    {
        UInt128 rest = 0;
        for (var i = 0; i < number.Length; i++)
        {
            rest = ((rest * 10) + (uint)number[i]) % _small;
        }

        return rest * PowerOfTen(shift) % _small == 0;
    }

    private UInt128 PowerOfTen(long exponent)
    {
        UInt128 power = 1 % _small;
        UInt128 square = 10 % _small;
        for (; exponent > 0; exponent >>= 1)
        {
            power = (exponent & 1) != 0 ? power * square % _small : power;
            square = square * square % _small;
        }

        return power;
    }

    private bool DividesBig(NumberText number, long shift)
    {
        BigInteger rest = 0;
        var i = 0;
        for (; i + DigitsPerStep <= number.Length; i += DigitsPerStep)
        {
            long step = 0;
            for (var j = 0; j < DigitsPerStep; j++)
            {
                step = (step * 10) + number[i + j];
            }

            rest = ((rest * StepFactor) + step) % _digits;
        }

        for (; i < number.Length; i++)
        {
            rest = ((rest * 10) + number[i]) % _digits;
        }

        return (rest * BigInteger.ModPow(10, shift, _digits) % _digits).IsZero;
    }
}
