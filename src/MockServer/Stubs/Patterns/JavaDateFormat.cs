using System.Globalization;
using System.Text;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>
/// The format of a date in a request: a pattern of Java's DateTimeFormatter, <c>unix</c> (seconds since 1970) or <c>epoch</c>
/// (milliseconds since 1970).
/// </summary>
internal sealed class JavaDateFormat
{
    /// <summary>The letters that .NET writes in the same way, and how often each may be repeated.</summary>
    private const string SameLetters = "yMdHhms";

    private readonly string _format;
    private readonly bool _hasZone;
    private readonly long _ticks;

    private JavaDateFormat(string format, bool hasZone, long ticks) => (_format, _hasZone, _ticks) = (format, hasZone, ticks);

    /// <param name="fault">What is wrong.</param>
    /// <returns>Null if the pattern has what is not supported.</returns>
    public static JavaDateFormat? Create(string pattern, out string fault)
    {
        fault = "";
        if (pattern.ToLowerInvariant() is "unix" or "epoch")
        {
            return new("", true, pattern.StartsWith("u", StringComparison.OrdinalIgnoreCase)
                ? TimeSpan.TicksPerSecond
                : TimeSpan.TicksPerMillisecond);
        }

        var format = new StringBuilder();
        var hasZone = false;
        for (var at = 0; at < pattern.Length;)
        {
            var run = pattern.AsSpan(at).IndexOfAnyExcept(pattern[at]) is >= 0 and var length ? length : pattern.Length - at;
            if (pattern[at] == '\'')
            {
                at = Quoted(pattern, at, format);
                continue;
            }

            if (char.IsAsciiLetter(pattern[at]))
            {
                if (Letters(pattern[at], run) is not { } letters)
                {
                    fault = $"'{pattern.Substring(at, run)}' in the format '{pattern}' is not supported";
                    return null;
                }

                hasZone |= pattern[at] is 'X' or 'x' or 'Z';
                format.Append(letters);
                at += run;
                continue;
            }

            format.Append('\\').Append(pattern[at++]);
        }

        if (format.Length == 0)
        {
            fault = "the format is empty";
            return null;
        }

        // A single letter would name one of .NET's standard formats.
        return new(format.Length == 1 ? $"%{format}" : format.ToString(), hasZone, 0);
    }

    /// <returns>Null if the text does not have the format.</returns>
    public JavaDateTime? Read(string text)
    {
        if (_ticks > 0)
        {
            var least = -DateTime.UnixEpoch.Ticks / _ticks;
            var greatest = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / _ticks;
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count)
                && count >= least && count <= greatest
                ? new JavaDateTime(DateTime.UnixEpoch.AddTicks(count * _ticks), TimeSpan.Zero)
                : null;
        }

        if (_hasZone)
        {
            return DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned)
                ? JavaDateTime.Of(zoned)
                : null;
        }

        return DateTime.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var local)
            ? new JavaDateTime(local, null)
            : null;
    }

    private static int Quoted(string pattern, int at, StringBuilder format)
    {
        var end = pattern.IndexOf('\'', at + 1);
        end = end < 0 ? pattern.Length : end;
        var text = end == at + 1 ? "'" : pattern[(at + 1)..end];
        foreach (var character in text)
        {
            format.Append('\\').Append(character);
        }

        return Math.Min(end + 1, pattern.Length);
    }

    private static string? Letters(char letter, int count) => letter switch
    {
        'u' or 'y' when count is 1 or 4 => "yyyy",
        'u' or 'y' when count == 2 => "yy",
        'L' when count <= 4 => new string('M', count),
        'M' when count <= 4 => new string('M', count),
        'E' => count == 4 ? "dddd" : count < 4 ? "ddd" : null,
        'S' when count <= 7 => new string('f', count),
        'a' when count == 1 => "tt",
        'X' when count <= 3 => "K",
        'x' or 'Z' when count <= 3 => "zzz",
        _ when SameLetters.Contains(letter, StringComparison.Ordinal) && count <= 2 => new string(letter, count),
        _ => null,
    };
}
