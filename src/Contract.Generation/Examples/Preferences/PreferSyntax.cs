using SocialContract.Contract.Http;

namespace SocialContract.Contract.Generation.Examples.Preferences;

/// <summary>Reads the grammar of a <c>Prefer</c> header (RFC 7240 section 2), several lines joined by commas.</summary>
internal ref struct PreferSyntax(string header)
{
    private int _at;

    /// <summary>
    /// Each preference with its value, empty where it has none; parameters after a semicolon are passed over. A sentence in place
    /// of the rest where the grammar breaks.
    /// </summary>
    public static string? Read(string header, List<KeyValuePair<string, string>> preferences) =>
        new PreferSyntax(header).ReadAll(preferences);

    private string? ReadAll(List<KeyValuePair<string, string>> preferences)
    {
        while (true)
        {
            while (Skip() && header[_at] == ',')
            {
                _at++;
            }

            if (_at == header.Length)
            {
                return null;
            }

            if (!TryReadPair(out var name, out var value))
            {
                return Broken();
            }

            preferences.Add(new(name, value));
            while (Skip() && header[_at] == ';')
            {
                _at++;
                if (Skip() && header[_at] is not (';' or ',') && !TryReadPair(out _, out _))
                {
                    return Broken();
                }
            }

            if (_at < header.Length && header[_at] != ',')
            {
                return Broken();
            }
        }
    }

    private readonly string Broken() => _at == header.Length
        ? "Prefer: the header ends within a quoted value"
        : $"Prefer: expected a comma at character {_at + 1}, found '{header[_at]}'; a value with other characters than letters, digits "
        + "and -._~ is written in quotes";

    private bool TryReadPair(out string name, out string value)
    {
        (name, value) = (ReadToken(), "");
        if (name.Length == 0)
        {
            return false;
        }

        if (!Skip() || header[_at] != '=')
        {
            return true;
        }

        _at++;
        if (!Skip() || header[_at] != '"')
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

    /// <summary>Passes over white space; false at the end.</summary>
    private bool Skip()
    {
        while (_at < header.Length && header[_at] is (' ' or '\t'))
        {
            _at++;
        }

        return _at < header.Length;
    }
}
