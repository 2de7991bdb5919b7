using System.Globalization;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>
/// Reads a client's preferences: <c>Prefer: code=404, example="not found", dynamic=true, seed=7, delay=800, wait=10</c>, or the same
/// names after two underscores in the query (<c>?__code=404</c>). The header takes precedence over the query, and the first of several
/// equal names over the others (RFC 7240 section 2). Unknown preferences are ignored, as the RFC requires; invalid values are problems.
/// </summary>
public static class PreferenceReader
{
    /// <summary>The longest delay that a client can ask for.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(10);

    private const string QueryPrefix = "__";

    /// <param name="preferHeader">The header's value, several lines joined by commas; null where it is absent.</param>
    /// <param name="queryString">The raw query with or without its question mark.</param>
    public static PreferenceResult Read(string? preferHeader, string queryString)
    {
        if (string.IsNullOrEmpty(preferHeader) && !queryString.Contains(QueryPrefix, StringComparison.Ordinal))
        {
            return PreferenceResult.Understood.Nothing;
        }

        var problems = new List<string>();
        var pairs = new List<KeyValuePair<string, string>>();
        if (PreferSyntax.Read(preferHeader ?? "", pairs) is { } broken)
        {
            problems.Add(broken);
        }

        var preference = Preference.None;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in pairs)
        {
            preference = Read(preference, name, value, $"Prefer: {name}", seen, problems);
        }

        foreach (var (name, value) in ReadQuery(queryString))
        {
            preference = Read(preference, name, value, $"{QueryPrefix}{name} in the query", seen, problems);
        }

        return problems.Count > 0 ? new PreferenceResult.Malformed(problems) : new PreferenceResult.Understood(preference);
    }

    private static Preference Read(
        Preference preference, string name, string value, string place, HashSet<string> seen, List<string> problems)
    {
        if (!seen.Add(name))
        {
            return preference;
        }

        var expected = default(string);
        var read = name.ToLowerInvariant() switch
        {
            "code" => ReadCode(value, out expected) is { } code ? preference with { Code = code } : null,
            "example" => value.Length > 0 ? preference with { Example = value } : Fail("the name of an example", out expected),
            "dynamic" => ReadFlag(value, out expected) is { } flag ? preference with { Dynamic = flag } : null,
            "seed" => value.Length > 0 ? preference with { Seed = SeedOf(value) } : Fail("a number or a word", out expected),
            "delay" => ReadTime(value, 1, "whole milliseconds", out expected) is { } delay ? preference with { Delay = delay } : null,
            "wait" => ReadTime(value, 1000, "whole seconds", out expected) is { } wait ? preference with { Wait = wait } : null,
            _ => preference,
        };
        if (read is null)
        {
            problems.Add($"{place}: expected {expected}, found '{value}'");
        }

        return read ?? preference;
    }

    private static string? ReadCode(string value, out string? expected)
    {
        expected = "a status from 100 to 599, a range such as 4XX, or default";
        return value is [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'] ? value
            : value is [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] ? value.ToUpperInvariant()
            : value.Equals("default", StringComparison.OrdinalIgnoreCase) ? "default"
            : null;
    }

    /// <summary>A name without a value means true.</summary>
    private static bool? ReadFlag(string value, out string? expected)
    {
        expected = "true or false";
        return value.ToLowerInvariant() switch { "" or "true" => true, "false" => false, _ => null };
    }

    private static TimeSpan? ReadTime(string value, int unit, string unitName, out string? expected)
    {
        var max = (long)MaxDelay.TotalMilliseconds / unit;
        expected = $"{unitName} from 0 to {max}";
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= max
            ? TimeSpan.FromMilliseconds(count * unit)
            : null;
    }

    /// <summary>A number is used as it is; a seed is derived from any other word.</summary>
    private static ulong SeedOf(string value) =>
        ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : StableSeed.Combine(0, value);

    private static Preference? Fail(string wanted, out string? expected)
    {
        expected = wanted;
        return null;
    }

    private static IEnumerable<KeyValuePair<string, string>> ReadQuery(string queryString)
    {
        var query = queryString.TrimStart('?');
        for (var start = 0; start < query.Length;)
        {
            var pair = NameValuePair.At<char>(query, start, "&");
            start = pair.End + 1;
            if (pair.Name<char>(query).StartsWith(QueryPrefix))
            {
                yield return new(
                    NameValuePair.Decoded(pair.Name<char>(query)[QueryPrefix.Length..]), NameValuePair.Decoded(pair.Value<char>(query)));
            }
        }
    }
}
