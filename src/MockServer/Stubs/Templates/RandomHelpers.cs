namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>Helpers that draw values; the same requests in the same order draw the same values.</summary>
internal static class RandomHelpers
{
    private const int UsualLength = 36;
    private const int MaxLength = 100_000;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly Dictionary<string, string> Characters = new(StringComparer.Ordinal)
    {
        ["ALPHANUMERIC"] = Letters + Digits,
        ["ALPHABETIC"] = Letters,
        ["NUMERIC"] = Digits,
        ["HEXADECIMAL"] = Digits + "abcdef",
        ["ALPHANUMERIC_AND_SYMBOLS"] = Letters + Digits + "!#$%&()*+,-./:;=?@[]^_{|}~",
    };

    public static IReadOnlyList<TemplateHelper> All { get; } =
    [
        new("randomValue", Value),
        new("randomInt", call => (decimal)call.Rendering.Random.NextInt64(
            Bound(call, "lower", int.MinValue), Bound(call, "upper", int.MaxValue, call.OptionNumber("lower")))),
        new("randomDecimal", Decimal),
    ];

    private static string Value(HelperCall call)
    {
        var type = call.OptionText("type") ?? "ALPHANUMERIC";
        var text = type == "UUID" ? Uuid(call.Rendering.Random)
            : Characters.TryGetValue(type, out var characters) ? Drawn(call, characters)
            : throw new HelperException($"the type is UUID, {string.Join(", ", Characters.Keys)}; found {type}");
        return call.Option("uppercase") is true ? text.ToUpperInvariant() : text;
    }

    private static string Drawn(HelperCall call, string characters)
    {
        var length = call.OptionNumber("length") ?? UsualLength;
        return length is >= 0 and <= MaxLength
            ? new string(call.Rendering.Random.GetItems<char>(characters, (int)length))
            : throw new HelperException($"the length is 0 to {MaxLength}; found {length}");
    }

    private static string Uuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <param name="least">The other bound, which this one is greater than; null: none.</param>
    private static long Bound(HelperCall call, string name, int otherwise, decimal? least = null)
    {
        var bound = call.OptionNumber(name) ?? otherwise;
        return bound is >= int.MinValue and <= int.MaxValue && (least is null || bound > least)
            ? (long)bound
            : throw new HelperException("the bounds are whole numbers of 32 bits, and `lower` is less than `upper`");
    }

    private static object Decimal(HelperCall call)
    {
        var lower = (double)(call.OptionNumber("lower") ?? decimal.MinValue);
        var upper = (double)(call.OptionNumber("upper") ?? decimal.MaxValue);
        return upper > lower
            ? lower + (call.Rendering.Random.NextDouble() * (upper - lower))
            : throw new HelperException("`lower` is less than `upper`");
    }
}
