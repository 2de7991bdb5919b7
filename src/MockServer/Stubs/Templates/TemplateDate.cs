using System.Globalization;
using System.Text;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>A time that is written in a format.</summary>
/// <param name="Format">
/// A pattern of Java's SimpleDateFormat, <c>epoch</c> (milliseconds) or <c>unix</c> (seconds); null: ISO 8601.
/// </param>
/// <param name="Zone">The name of the time zone, which <c>z</c> writes; null: that of the offset.</param>
internal sealed record TemplateDate(DateTimeOffset Time, string? Format = null, string? Zone = null)
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ssXXX";

    public override string ToString() => Format switch
    {
        null => Written(Iso),
        "epoch" => Time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        "unix" => Time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        _ => Written(Format),
    };

    private string Written(string format)
    {
        var text = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var letter = format[at];
            if (letter == '\'')
            {
                var end = format.IndexOf('\'', at + 1);
                end = end < 0 ? throw new HelperException($"a quote in the format {format} is not closed") : end;
                text.Append(end == at + 1 ? "'" : format[(at + 1)..end]);
                at = end + 1;
                continue;
            }

            var run = format.AsSpan(at).IndexOfAnyExcept(letter) is >= 0 and var length ? length : format.Length - at;
            text.Append(char.IsAsciiLetter(letter) ? Part(letter, run) : new string(letter, run));
            at += run;
        }

        return text.ToString();
    }

    private string Part(char letter, int count) => letter switch
    {
        'y' or 'u' when count == 2 => Number(Time.Year % 100, 2),
        'y' => Number(Time.Year, count),
        'M' or 'L' => count switch
        {
            1 or 2 => Number(Time.Month, count),
            3 => In("MMM"),
            _ => In("MMMM"),
        },
        'd' => Number(Time.Day, count),
        'D' => Number(Time.DayOfYear, count),
        'H' => Number(Time.Hour, count),
        'k' => Number(Time.Hour == 0 ? 24 : Time.Hour, count),
        'K' => Number(Time.Hour % 12, count),
        'h' => Number((Time.Hour + 11) % 12 + 1, count),
        'm' => Number(Time.Minute, count),
        's' => Number(Time.Second, count),
        'S' => Number(Time.Millisecond, count),
        'a' => In("tt"),
        'E' => In(count > 3 ? "dddd" : "ddd"),
        'u' => Number(Time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)Time.DayOfWeek, count),
        'w' => Number(Week(Time.DateTime), count),
        'z' => Zone ?? (Time.Offset == TimeSpan.Zero ? "UTC" : $"GMT{In("zzz")}"),
        'Z' => In("zzz").Replace(":", "", StringComparison.Ordinal),
        'X' when Time.Offset == TimeSpan.Zero => "Z",
        'X' => count switch
        {
            1 => In("zzz")[..3],
            2 => In("zzz").Replace(":", "", StringComparison.Ordinal),
            _ => In("zzz"),
        },
        _ => throw new HelperException($"Illegal pattern character '{letter}' in the format {Format}"),
    };

    private static int Week(DateTime day) =>
        CultureInfo.InvariantCulture.Calendar.GetWeekOfYear(day, CalendarWeekRule.FirstDay, DayOfWeek.Sunday);

    private string In(string format) => Time.ToString(format, CultureInfo.InvariantCulture);

    private static string Number(int number, int digits) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(digits, 20), '0');
}
