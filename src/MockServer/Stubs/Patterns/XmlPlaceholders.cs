using System.Globalization;
using System.Text.RegularExpressions;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>The placeholders of XMLUnit in expected texts and attribute values, such as <c>${xmlunit.isNumber}</c>.</summary>
internal sealed class XmlPlaceholders
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex _placeholder;

    private XmlPlaceholders(Regex placeholder) => _placeholder = placeholder;

    /// <param name="opening">The regular expression of the opening delimiter; null: <c>${</c>.</param>
    /// <param name="closing">The regular expression of the closing delimiter; null: <c>}</c>.</param>
    /// <returns>Null if a delimiter is not a regular expression.</returns>
    public static XmlPlaceholders? Create(string? opening, string? closing, out string fault)
    {
        var (start, end) = (opening ?? @"\$\{", closing ?? @"\}");
        if (StubRegex.Create(start, out fault) is null || StubRegex.Create(end, out fault) is null)
        {
            return null;
        }

        var expression = $@"\A(?:{JavaRegexTranslator.Translate(start)})\s*xmlunit\.(?<name>\w+)(?:\((?<argument>.*)\))?\s*"
            + $@"(?:{JavaRegexTranslator.Translate(end)})\z";
        return new(new Regex(expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout));
    }

    /// <returns>Null if the expected text is not a placeholder.</returns>
    public bool? Accepts(string expected, string actual, PatternTimeouts timeouts)
    {
        try
        {
            return _placeholder.Match(expected.Trim()) is { Success: true } match
                ? Accepts(match.Groups["name"].Value, match.Groups["argument"].Value, actual.Trim(), timeouts)
                : null;
        }
        catch (RegexMatchTimeoutException)
        {
            timeouts.Add(expected);
            return false;
        }
    }

    private static bool? Accepts(string name, string argument, string actual, PatternTimeouts timeouts) => name switch
    {
        "ignore" => true,
        "isNumber" => double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "isDateTime" => JavaDateTime.Read(actual) is not null,
        "matchesRegex" => StubRegex.Create($".*(?:{argument}).*", out _)?.IsMatch(actual, timeouts) == true,
        _ => null,
    };
}
