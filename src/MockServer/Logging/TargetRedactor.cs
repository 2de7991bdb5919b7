using System.Collections.Frozen;
using System.Text;

namespace SocialContract.MockServer.Logging;

/// <summary>Removes the values of secrets from a request target before it is written anywhere.</summary>
public sealed class TargetRedactor
{
    private static readonly string[] WellKnown = ["token", "access_token", "fb_token", "api_key", "apikey", "key", "secret", "client_secret", "password", "code", "signature"];
    private readonly FrozenSet<string> _names;

    /// <param name="secretNames">Query parameters that the document calls credentials or secrets.</param>
    public TargetRedactor(IEnumerable<string> secretNames) =>
        _names = secretNames.Concat(WellKnown).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The target with <c>***</c> for each secret's value; control characters escaped, so that one request stays one line.</summary>
    public string Redact(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
        {
            return Printable(target);
        }

        var text = new StringBuilder(target, 0, query + 1, target.Length);
        foreach (var part in target[(query + 1)..].Split('&'))
        {
            if (text.Length > query + 1)
            {
                text.Append('&');
            }

            var equals = part.IndexOf('=', StringComparison.Ordinal);
            text.Append(equals > 0 && IsSecret(part[..equals]) ? $"{part[..equals]}=***" : part);
        }

        return Printable(text.ToString());
    }

    private bool IsSecret(string encodedName)
    {
        var name = Uri.UnescapeDataString(encodedName);
        return _names.Contains(name) || _names.Contains(LastBracket(name));
    }

    private static string LastBracket(string name)
    {
        var open = name.LastIndexOf('[');
        return open >= 0 && name.EndsWith(']') ? name[(open + 1)..^1] : name;
    }

    private static string Printable(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            _ = char.IsControl(character) ? safe.Append($"%{(int)character:X2}") : safe.Append(character);
        }

        return safe.ToString();
    }
}
