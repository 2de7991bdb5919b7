using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>Parses a <c>Prefer</c> header (RFC 7240 section 2), several lines joined by commas.</summary>
internal ref struct PreferSyntax(string header)
{
    private int _at;

    /// <summary>
    /// Adds each preference with its value, or with an empty value where it has none; parameters after a semicolon are skipped. Returns
    /// a sentence about the first syntax error, or null.
    /// </summary>
    public static string? Read(string header, List<KeyValuePair<string, string>> preferences) =>
        new PreferSyntax(header).ReadAll(preferences);

    private string? ReadAll(List<KeyValuePair<string, string>> preferences)
    {
        while (true)
        {
            while (SkipSpace() && header[_at] == ',')
            {
                _at++;
            }

            if (_at == header.Length)
            {
                return null;
            }

            if (!TryReadPair(out var name, out var value))
            {
                return SyntaxError();
            }

            preferences.Add(new(name, value));
            while (SkipSpace() && header[_at] == ';')
            {
                _at++;
                if (SkipSpace() && header[_at] is not (';' or ',') && !TryReadPair(out _, out _))
                {
                    return SyntaxError();
                }
            }

            if (_at < header.Length && header[_at] != ',')
            {
                return SyntaxError();
            }
        }
    }

    private readonly string SyntaxError() => _at == header.Length
        ? "Prefer: the header ends within a quoted value"
        : $"Prefer: expected a comma at character {_at + 1}, found '{header[_at]}'; " +
            "a value with characters other than letters, digits and -._~ needs quotes";

    private bool TryReadPair(out string name, out string value)
    {
        (name, value) = (ReadToken(), "");
        if (name.Length == 0)
        {
            return false;
        }

        if (!SkipSpace() || header[_at] != '=')
        {
            return true;
        }

        _at++;
        if (!SkipSpace() || header[_at] != '"')
        {
            value = ReadToken();
            return true;
        }

        var isQuoted = FieldSyntax.TryReadQuoted(header.AsSpan(_at), out value, out var length);
        _at += length;
        return isQuoted;
    }

    private string ReadToken()
    {
        var rest = header.AsSpan(_at);
        var length = FieldSyntax.TokenLength(rest);
        _at += length;
        return rest[..length].ToString();
    }

    /// <summary>Skips white space; false at the end.</summary>
    private bool SkipSpace()
    {
        while (_at < header.Length && header[_at] is (' ' or '\t'))
        {
            _at++;
        }

        return _at < header.Length;
    }
}
