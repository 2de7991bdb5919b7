using System.Globalization;
using System.Text;
using SocialContract.Contract.Keywords;

namespace SocialContract.Contract.Generation.Data.Texts;

/// <summary>
/// Strings of the formats in <see cref="FormatCatalog"/>, the most usual spelling first.
/// </summary>
internal static class FormatText
{
    /// <summary>The current time of generated data: a fixed instant, so that a run today equals a run tomorrow.</summary>
    private static readonly DateTime Epoch = new(2024, 1, 15, 9, 30, 0, DateTimeKind.Utc);

    /// <summary>Spellings to try in turn, since a pattern or a length may reject some; empty for an unknown format.</summary>
    /// <param name="fixed">Whether the first value is the same for every seed, where that looks natural.</param>
    /// <param name="min">The least length, in characters.</param>
    public static IEnumerable<string> Candidates(string format, SeededRandom random, bool @fixed, int ordinal, int min)
    {
        var moment = @fixed ? Epoch.AddDays(ordinal) : Epoch.AddSeconds(random.Next(60 * 60 * 24 * 365)).AddMilliseconds(random.Next(1000));
        var name = Words[@fixed ? ordinal % Words.Length : random.Next(Words.Length)];
        return format switch
        {
            "date-time" => DateTimes(moment, min),
            "date" => [Print(moment, "yyyy-MM-dd")],
            "time" => [Print(moment, "HH:mm:ss'Z'"), Print(moment, "HH:mm:ss.fff'Z'"), Print(moment, "HH:mm:ss'+00:00'")],
            "duration" =>
            [
                @fixed ? "P1D" : $"P{random.Between(1, 30)}D",
                $"PT{random.Between(1, 59)}M",
                "P1Y2M3DT4H5M6S",
                $"P{random.Between(1, 51)}W",
            ],
            "email" or "idn-email" => [$"{Pad(name, min - 12, 64)}@{Labels(min - 76)}example.com", $"{name[0]}@b.co"],
            "hostname" or "idn-hostname" => [$"{Labels(min - 11)}{(min <= 11 ? name + "." : "")}example.com", $"{name[0]}.co"],
            "ipv4" => [$"192.0.2.{(@fixed ? ordinal % 254 + 1 : random.Between(1, 254))}"],
            "ipv6" => [$"2001:db8::{(@fixed ? ordinal + 1 : random.Between(1, 9999)):x}", "2001:0db8:0000:0000:0000:0000:0000:0001", "::1"],
            "uri" or "iri" or "uri-reference" or "iri-reference" or "url" =>
                [$"https://example.com/{Pad(name, min - 20, int.MaxValue)}", $"https://example.com/{name}/", "http://a.b", "a:b"],
            "uri-template" => [$"https://example.com/{Pad(name, min - 25, int.MaxValue)}/{{id}}", "/{id}", "/"],
            "uuid" => [Uuid(random), Uuid(random).ToUpperInvariant()],
            "json-pointer" => [$"/{Pad(name, min - 1, int.MaxValue)}", $"/{name}/0", "/", ""],
            "relative-json-pointer" => [$"0/{Pad(name, min - 2, int.MaxValue)}", "0", "1#"],
            "regex" => [$"^{Pad(name, min - 2, int.MaxValue)}$", "^.*$", "a"],
            "byte" => Base64(name, min),
            "password" => [Pad("correct-horse", min, int.MaxValue), "secret"],
            "binary" => [Pad(name, min, int.MaxValue)],
            _ => [],
        };
    }

    private static readonly string[] Words = ["ada", "grace", "alan", "katherine", "edsger", "barbara", "donald", "margaret"];

    private static IEnumerable<string> DateTimes(DateTime moment, int min)
    {
        yield return min <= 20
            ? Print(moment, "yyyy-MM-dd'T'HH:mm:ss'Z'")
            : Print(moment, "yyyy-MM-dd'T'HH:mm:ss.") + new string('0', Math.Max(1, min - 21)) + "Z";
        yield return Print(moment, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        yield return Print(moment, "yyyy-MM-dd'T'HH:mm:ss'+00:00'");
        yield return Print(moment, "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'");
        yield return Print(moment, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
    }

    private static IEnumerable<string> Base64(string name, int min)
    {
        var least = Math.Max(0, (min + 3) / 4 * 3);
        var first = Math.Max(least, name.Length);
        for (var length = first; length < first + 3; length++)
        {
            yield return Convert.ToBase64String(Encoding.ASCII.GetBytes(Pad(name, length, length)));
        }

        yield return Convert.ToBase64String(Encoding.ASCII.GetBytes(Pad(name, least, Math.Max(1, least))[..Math.Max(1, least)]));
        yield return "";
    }

    /// <summary>A UUID of version 4 (RFC 9562).</summary>
    private static string Uuid(SeededRandom random)
    {
        var digits = $"{random.NextUInt64():x16}{random.NextUInt64():x16}";
        return $"{digits[..8]}-{digits[8..12]}-4{digits[13..16]}-{"89ab"[random.Next(4)]}{digits[17..20]}-{digits[20..]}";
    }

    /// <summary>Labels of a host name, each followed by a dot, of at least <paramref name="length"/> characters in total.</summary>
    private static string Labels(int length)
    {
        var labels = new StringBuilder();
        while (labels.Length < length)
        {
            labels.Append('a', Math.Clamp(length - labels.Length - 1, 1, 63)).Append('.');
        }

        return labels.ToString();
    }

    private static string Pad(string text, int min, int max) =>
        text.Length >= min ? text : text + new string('a', Math.Min(min, max) - text.Length);

    private static string Print(DateTime moment, string format) => moment.ToString(format, CultureInfo.InvariantCulture);
}
