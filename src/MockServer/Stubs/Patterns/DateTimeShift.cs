using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>A distance from now, such as <c>now +3 days</c> or <c>-2 hours</c>.</summary>
/// <param name="Unit">In lower case: <c>seconds</c>, <c>minutes</c>, <c>hours</c>, <c>days</c>, <c>months</c> or <c>years</c>.</param>
internal readonly partial record struct DateTimeShift(int Amount, string Unit)
{
    public static IReadOnlyList<string> Units { get; } = ["seconds", "minutes", "hours", "days", "months", "years"];

    /// <summary>Whether the text describes a distance from now rather than a date.</summary>
    /// <param name="shift">Null if the unit or the amount cannot be understood.</param>
    public static bool TryRead(string text, out DateTimeShift? shift)
    {
        shift = new DateTimeShift(0, "seconds");
        if (text.Equals("now", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var match = Distance().Match(text);
        var unit = match.Groups["unit"].Value.ToLowerInvariant();
        shift = Units.Contains(unit) && int.TryParse(match.Groups["amount"].ValueSpan, CultureInfo.InvariantCulture, out var amount)
            ? new DateTimeShift(amount, unit)
            : null;
        return match.Success;
    }

    /// <summary>The shifted time; the nearest that can be represented if it is too far away.</summary>
    public DateTimeOffset Apply(DateTimeOffset time)
    {
        try
        {
            return Unit switch
            {
                "seconds" => time.AddSeconds(Amount),
                "minutes" => time.AddMinutes(Amount),
                "hours" => time.AddHours(Amount),
                "days" => time.AddDays(Amount),
                "months" => time.AddMonths(Amount),
                _ => time.AddYears(Amount),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return Amount < 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        }
    }

    [GeneratedRegex(
        @"\A(now )?(?<amount>[-+]?\d+) (?<unit>[a-z]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Distance();
}
