using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>Parses a <c>Prefer</c> header (RFC 7240 section 2), several lines joined by commas.</summary>
internal static class PreferSyntax
{
    /// <summary>
    /// Adds each preference with its value, or with an empty value where it has none; parameters after a semicolon are skipped. Returns
    /// a sentence about the first syntax error, or null.
    /// </summary>
    public static string? Read(string header, List<KeyValuePair<string, string>> preferences)
    {
        var rest = header.AsSpan();
        while (FieldSyntax.NextElement(ref rest) is { IsEmpty: false } element)
        {
            var parameters = element;
            var preference = FieldSyntax.NextParameter(ref parameters);
            if (preference.IsEmpty)
            {
                return SyntaxError(header, element);
            }

            if (Fault(header, preference, out var name, out var value) is { } fault)
            {
                return fault;
            }

            preferences.Add(new(name, value));
            while (!parameters.IsEmpty)
            {
                if (Fault(header, FieldSyntax.NextParameter(ref parameters), out _, out _) is { } wrong)
                {
                    return wrong;
                }
            }
        }

        return null;
    }

    private static string? Fault(string header, ReadOnlySpan<char> parameter, out string name, out string value)
    {
        var hasValue = FieldSyntax.TryReadParameter(parameter, out var key, out var written);
        key = hasValue ? key : parameter;
        (name, value) = (key.ToString(), FieldSyntax.Unquoted(written).ToString());
        var length = 0;
        if (written is ['"', ..] && !FieldSyntax.TryReadQuoted(written, out _, out length))
        {
            return "Prefer: the header ends within a quoted value";
        }

        var afterName = key[FieldSyntax.TokenLength(key)..];
        var afterValue = written[(length > 0 ? length : FieldSyntax.TokenLength(written))..];
        return !afterName.IsEmpty ? SyntaxError(header, afterName)
            : !afterValue.IsEmpty ? SyntaxError(header, afterValue)
            : null;
    }

    /// <param name="wrong">The part of the header that does not fit the grammar, and perhaps white space before it.</param>
    private static string SyntaxError(string header, ReadOnlySpan<char> wrong)
    {
        header.AsSpan().Overlaps(wrong.TrimStart(" \t"), out var at);
        return $"Prefer: expected a comma at character {at + 1}, found '{header[at]}'; "
            + "a value with characters other than letters, digits and -._~ needs quotes";
    }
}
