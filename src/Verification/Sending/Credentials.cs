using System.Text.RegularExpressions;
using SocialContract.Contract.Secrets;
using SocialContract.Verification.Settings;

namespace SocialContract.Verification.Sending;

/// <summary>Puts tokens in the place of their placeholders, and takes them out of what is reported.</summary>
internal sealed partial class Credentials
{
    /// <summary>What is sent where no token was given: an open server, or a mock, takes it.</summary>
    private const string NoToken = "contract-kit-no-token-given";

    private readonly Dictionary<string, string> _byRole = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _secrets;

    public Credentials(RunOptions options)
    {
        foreach (var (role, token) in options.Tokens)
        {
            _byRole.TryAdd(role, token);
        }

        Default = _byRole.GetValueOrDefault("") ?? (options.Tokens is [var first, ..] ? first.Value : null);
        _secrets =
        [
            .. options.Tokens.Concat(options.Headers)
                .Select(given => given.Value)
                .Where(secret => secret.Length >= 3)
                .OrderByDescending(secret => secret.Length),
        ];
    }

    public string? Default { get; }

    /// <summary>Whether there is a token for callers of that role.</summary>
    public bool Has(string? role) => role is null || _byRole.ContainsKey(role);

    /// <summary>A header's value with the tokens in it.</summary>
    public string Fill(string text) => Placeholder().Replace(text, match => TokenOf(match.Groups["role"].Value));

    /// <summary>A target with the tokens in it, percent-encoded.</summary>
    public string FillTarget(string target) =>
        Placeholder().Replace(target, match => Uri.EscapeDataString(TokenOf(match.Groups["role"].Value)));

    public string Redact(string text) =>
        _secrets.Aggregate(text, (redacted, secret) => redacted.Replace(secret, Redactor.Word, StringComparison.Ordinal));

    private string TokenOf(string role) => (role.Length > 0 ? _byRole.GetValueOrDefault(role) : null) ?? Default ?? NoToken;

    [GeneratedRegex(@"\$CONTRACT_TOKEN(_(?<role>[A-Z0-9_]+))?")]
    private static partial Regex Placeholder();
}
