using System.Globalization;

namespace SocialContract.Contract.Model;

/// <summary>A key of <c>responses</c> (OpenAPI 3.1, section 4.8.16): a status, a range such as <c>4XX</c>, or <c>default</c>.</summary>
public readonly record struct ResponseKey
{
    private readonly string? _text;
    private readonly int _first;

    private ResponseKey(string text, int first, bool isRange) => (_text, _first, IsRange) = (text, first, isRange);

    /// <summary>The key for every status without a response of its own or of its range.</summary>
    public static ResponseKey Default => default;

    public bool IsDefault => _text is null;

    /// <summary>Whether it is a range of a hundred statuses.</summary>
    public bool IsRange { get; }

    /// <summary>Whether it is a status or the range from 200 to 299.</summary>
    public bool IsSuccess => _first is >= 200 and < 300;

    /// <summary>The class of its statuses (RFC 9110, section 15): 2 for 200 to 299. Null for the default.</summary>
    internal int? Class => IsDefault ? null : _first / 100;

    /// <summary>Null for a range and for the default.</summary>
    internal int? Code => IsDefault || IsRange ? null : _first;

    public static ResponseKey Of(int status) => new(status.ToString(CultureInfo.InvariantCulture), status, false);

    /// <summary>False if the text is not a key; <c>4xx</c> is read as <c>4XX</c>.</summary>
    public static bool TryParse(string text, out ResponseKey key)
    {
        key = Default;
        if (text == "default")
        {
            return true;
        }

        if (text is not [>= '1' and <= '5', _, _])
        {
            return false;
        }

        if (text[1..].Equals("XX", StringComparison.OrdinalIgnoreCase))
        {
            key = new($"{text[0]}XX", (text[0] - '0') * 100, true);
            return true;
        }

        if (!char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]))
        {
            return false;
        }

        key = new(text, int.Parse(text, CultureInfo.InvariantCulture), false);
        return true;
    }

    /// <summary>How specifically it matches a status: 3 the status, 2 its range, 1 the default, 0 no match.</summary>
    public int Fits(int status) =>
        IsDefault ? 1
        : IsRange ? status / 100 == _first / 100 ? 2 : 0
        : status == _first ? 3 : 0;

    /// <summary>A status that the key includes.</summary>
    /// <param name="preferred">Returned if the key includes it; the default includes every status.</param>
    public int Status(int preferred) =>
        IsDefault || (IsRange && Fits(preferred) > 0) ? preferred : _first;

    /// <summary>The key, its X in upper case.</summary>
    public override string ToString() => _text ?? "default";
}
