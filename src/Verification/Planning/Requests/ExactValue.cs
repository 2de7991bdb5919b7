using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Values beside a limit, computed exactly from the decimals as they are written.</summary>
internal static class ExactValue
{
    /// <summary>The limit moved by a step; null where it has too many digits to be computed with.</summary>
    public static JsonNode? Moved(string limit, decimal by) =>
        decimal.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1_000_000_000_000_000_000_000m
            ? JsonNode.Parse((number + by).ToString(CultureInfo.InvariantCulture))
            : null;

    public static JsonNode? Of(string raw) => JsonNode.Parse(raw);

    /// <summary>A text of the given length that shows where it comes from.</summary>
    public static string Text(int length) =>
        length <= 0 ? "" : string.Concat(Enumerable.Repeat("contractkit", (length / 11) + 1))[..length];
}
