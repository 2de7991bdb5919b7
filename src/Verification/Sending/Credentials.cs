using System.Text;
using System.Text.RegularExpressions;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Sending;

/// <summary>Puts tokens in the place of their placeholders, and names what must not be reported.</summary>
internal sealed partial class Credentials
{
    /// <summary>What is sent where no token was given: an open server, or a mock, takes it.</summary>
    private const string NoToken = "contract-kit-no-token-given";

    private readonly Dictionary<string, string> _byRole = new(StringComparer.OrdinalIgnoreCase);

    public Credentials(RunOptions options)
    {
        foreach (var (role, token) in options.Tokens)
        {
            _byRole.TryAdd(role, token);
        }

        Default = _byRole.GetValueOrDefault("") ?? (options.Tokens is [var first, ..] ? first.Value : null);
        OtherRoles =
        [
            .. options.Tokens.Where(token => token.Key.Length > 0 && token.Value != Default).Select(token => token.Key).Distinct(),
        ];
        List<string> secrets = [.. options.Tokens.Select(token => token.Value), .. options.Headers.SelectMany(HeaderSecrets.In)];
        if (options.Basic is { } basic)
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(basic));
            _byRole[GivenCredentials.BasicRole] = encoded;
            secrets.AddRange([basic, encoded, basic[(basic.IndexOf(':', StringComparison.Ordinal) + 1)..]]);
        }

        foreach (var (name, key) in options.ApiKeys)
        {
            _byRole[GivenCredentials.RoleOfKey(name)] = key;
            secrets.Add(key);
        }

        Secrets = [.. secrets.Where(secret => secret.Length > 0)];
        IsAny = Default is not null || options.Basic is not null || options.ApiKeys.Count > 0;
    }

    public string? Default { get; }

    /// <summary>The roles that have a token other than the default one, in the order given.</summary>
    public IReadOnlyList<string> OtherRoles { get; }

    /// <summary>Whether any credential was given: a token, a user and password, or an API key.</summary>
    public bool IsAny { get; }

    /// <summary>What was given for the run: tokens, and the values of further headers but for those that say nothing secret.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Whether there is a token for callers of that role.</summary>
    public bool Has(string? role) => role is null || _byRole.ContainsKey(role);

    /// <summary>A header's value with the tokens in it.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => TokenOf(match.Groups["role"].Value));

    /// <summary>A target with the tokens in it, percent-encoded.</summary>
    public string FillTarget(string target) =>
        Placeholder().Replace(target, match => Uri.EscapeDataString(TokenOf(match.Groups["role"].Value)));

    private string TokenOf(string role) => (role.Length > 0 ? _byRole.GetValueOrDefault(role) : null) ?? Default ?? NoToken;

    [GeneratedRegex(@"\$CONTRACT_TOKEN(_(?<role>[A-Z0-9_]+))?")]
    private static partial Regex Placeholder();
}
