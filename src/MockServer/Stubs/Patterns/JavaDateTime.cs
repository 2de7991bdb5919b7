using System.Globalization;
using System.Text.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>A date and time with or without an offset.</summary>
/// <param name="Local">The date and time as written.</param>
/// <param name="Offset">Null: without an offset or a time zone.</param>
internal readonly partial record struct JavaDateTime(DateTime Local, TimeSpan? Offset)
{
    /// <summary>Before the name of a zone or an offset: RFC 1123 and RFC 850.</summary>
    private static readonly string[] WithZone =
        ["ddd, d MMM yyyy HH:mm:ss", "ddd, d MMM yyyy HH:mm", "d MMM yyyy HH:mm:ss", "dddd, dd-MMM-yy HH:mm:ss"];

    /// <summary>The format of asctime in C, which means GMT.</summary>
    private static readonly string[] WithoutZone = ["ddd MMM dd HH:mm:ss yyyy", "ddd MMM  d HH:mm:ss yyyy"];

    /// <summary>
    /// Reads ISO 8601 (a year, a month, a day, or a day and time with or without an offset) and the dates of HTTP.
    /// </summary>
    /// <returns>Null if the text is not a date.</returns>
    public static JavaDateTime? Read(string text)
    {
        var match = Iso().Match(text);
        if (!match.Success)
        {
            return ReadText(text);
        }

        var day = (Number(match, "year"), Number(match, "month", 1), Number(match, "day", 1));
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        var time = new TimeSpan(Number(match, "hour", 0), Number(match, "minute", 0), Number(match, "second", 0))
            + TimeSpan.FromTicks(long.Parse(fraction, CultureInfo.InvariantCulture));
        if (day is not ( >= 1, >= 1 and <= 12, >= 1) || day.Item3 > DateTime.DaysInMonth(day.Item1, day.Item2) || time.Days > 0
            || Number(match, "minute", 0) > 59 || Number(match, "second", 0) > 59)
        {
            return null;
        }

        var local = new DateTime(day.Item1, day.Item2, day.Item3).Add(time);
        return match.Groups["offset"] is { Success: true, Value: var offset } ? Zoned(local, offset) : new JavaDateTime(local, null);
    }

    public static JavaDateTime Of(DateTimeOffset time) => new(time.DateTime, time.Offset);

    /// <summary>The instant; without an offset that of the zone.</summary>
    public DateTime Utc(TimeZoneInfo zone)
    {
        var ticks = Local.Ticks - (Offset ?? zone.GetUtcOffset(Local)).Ticks;
        return new DateTime(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
    }

    private static JavaDateTime? ReadText(string text)
    {
        var zone = Zone().Match(text);
        var (local, formats) = zone.Success ? (text[..zone.Index], WithZone) : (text, WithoutZone);
        var offset = zone.Success && zone.Value[1] is '+' or '-' ? zone.Value[1..] : "Z";
        return DateTime.TryParseExact(local, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            ? Zoned(read, offset)
            : null;
    }

    private static JavaDateTime? Zoned(DateTime local, string offset)
    {
        if (offset is "Z" or "z")
        {
            return new(local, TimeSpan.Zero);
        }

        var digits = offset[1..].Replace(":", "", StringComparison.Ordinal).PadRight(6, '0');
        var span = new TimeSpan(
            int.Parse(digits[..2], CultureInfo.InvariantCulture),
            int.Parse(digits[2..4], CultureInfo.InvariantCulture),
            int.Parse(digits[4..6], CultureInfo.InvariantCulture));
        return span > TimeSpan.FromHours(18) ? null : new(local, offset[0] == '-' ? -span : span);
    }

    private static int Number(Match match, string group, int otherwise = 0) =>
        match.Groups[group] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A space before the offset is a plus sign of a query that was not encoded.</summary>
    [GeneratedRegex(
        @"\A(?<year>\d{4})(-(?<month>\d{2})(-(?<day>\d{2})(T(?<hour>\d{2}):(?<minute>\d{2})(:(?<second>\d{2})(\.(?<fraction>\d{1,9}))?)?"
        + @"(?<offset>[Zz]|[-+ ]\d{2}(:?\d{2}){0,2})?(\[[^\]]+\])?)?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Iso();

    [GeneratedRegex(@" (GMT|UTC|Z|[-+]\d{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
