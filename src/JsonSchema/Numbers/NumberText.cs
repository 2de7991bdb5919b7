using System.Globalization;

namespace SocialContract.JsonSchema.Numbers;

/// <summary>
/// A JSON number of any length, read exactly: 0.D1D2…Dn × 10^<see cref="Magnitude"/> where D1 and Dn are not zero. Zero has no digits.
/// </summary>
internal readonly ref struct NumberText
{
    private readonly ReadOnlySpan<byte> _whole;
    private readonly ReadOnlySpan<byte> _fraction;

    /// <param name="raw">A number by JSON's grammar whose exponent has at most 18 digits.</param>
    public NumberText(ReadOnlySpan<byte> raw)
    {
        IsNegative = raw[0] == '-';
        var rest = IsNegative ? raw[1..] : raw;
        long exponent = 0;
        var e = rest.IndexOfAny((byte)'e', (byte)'E');
        if (e >= 0)
        {
            exponent = long.Parse(rest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            rest = rest[..e];
        }

        var dot = rest.IndexOf((byte)'.');
        _whole = (dot < 0 ? rest : rest[..dot]).TrimStart((byte)'0');
        _fraction = (dot < 0 ? [] : rest[(dot + 1)..]).TrimEnd((byte)'0');
        Magnitude = exponent + _whole.Length;
        if (_fraction.IsEmpty)
        {
            _whole = _whole.TrimEnd((byte)'0');
        }
        else if (_whole.IsEmpty)
        {
            var leading = _fraction.IndexOfAnyExcept((byte)'0');
            _fraction = _fraction[leading..];
            Magnitude -= leading;
        }
    }

    public bool IsNegative { get; }

    public long Magnitude { get; }

    /// <summary>The number of significant digits.</summary>
    public int Length => _whole.Length + _fraction.Length;

    public bool IsZero => Length == 0;

    /// <summary>Whether the number has no fractional part, however it is written: 1.0 and 1e2 are integers.</summary>
    public bool IsInteger => IsZero || Magnitude >= Length;

    /// <summary>The i-th significant digit as a number; zero after the last.</summary>
    public int this[int i] => i < _whole.Length ? _whole[i] - '0' : i < Length ? _fraction[i - _whole.Length] - '0' : 0;

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => new NumberText(left).CompareTo(new NumberText(right));

    public int CompareTo(NumberText other)
    {
        if (IsZero || other.IsZero)
        {
            return Sign - other.Sign;
        }

        return IsNegative != other.IsNegative ? Sign : Sign * CompareMagnitude(other);
    }

    /// <summary>A hash that is the same for every way of writing a number.</summary>
    public int Hash()
    {
        var hash = new HashCode();
        if (!IsZero)
        {
            hash.Add(IsNegative);
            hash.Add(Magnitude);
            hash.AddBytes(_whole);
            hash.AddBytes(_fraction);
        }

        return hash.ToHashCode();
    }

    private int Sign => IsZero ? 0 : IsNegative ? -1 : 1;

    private int CompareMagnitude(NumberText other)
    {
        if (Magnitude != other.Magnitude)
        {
            return Magnitude < other.Magnitude ? -1 : 1;
        }

        var length = Math.Max(Length, other.Length);
        for (var i = 0; i < length; i++)
        {
            if (this[i] != other[i])
            {
                return this[i] < other[i] ? -1 : 1;
            }
        }

        return 0;
    }
}
