using System.Text;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Cases;

/// <summary>The kinds of credentials that a run has, by which it chooses among alternatives of security. No secrets.</summary>
/// <param name="HasToken">Whether there is a token.</param>
/// <param name="IsTokenBasic">Whether the token can be credentials of Basic: the base64 of USER:PASSWORD.</param>
/// <param name="HasBasic">Whether a user and a password were given.</param>
/// <param name="Keys">The names of the API keys that were given: of the header, query parameter or cookie, or of the scheme.</param>
internal sealed record GivenCredentials(bool HasToken, bool IsTokenBasic, bool HasBasic, IReadOnlyList<string> Keys)
{
    public static GivenCredentials None { get; } = new(false, false, false, []);

    public static GivenCredentials Of(
        IReadOnlyList<KeyValuePair<string, string>> tokens, string? basic, IEnumerable<KeyValuePair<string, string>> keys) => new(
        tokens.Count > 0,
        tokens.Count > 0 && tokens.All(token => IsBasic(token.Value)),
        basic is not null,
        [.. keys.Select(key => key.Key)]);

    /// <summary>
    /// How well what was given fits a scheme: 0 not at all, 1 a token of any form, 2 a token of the scheme's form, 3 credentials given for
    /// it.
    /// </summary>
    public int Fit(SecurityScheme scheme) => scheme.Kind switch
    {
        SecuritySchemeKind.MutualTls => 3,
        SecuritySchemeKind.HttpBasic => HasBasic ? 3 : IsTokenBasic ? 2 : 0,
        _ when KeyOf(scheme) is not null => 3,
        _ => HasToken ? 1 : 0,
    };

    /// <summary>The placeholder of the scheme's credential.</summary>
    /// <param name="role">The caller's; null where any will do.</param>
    public string PlaceholderOf(SecurityScheme scheme, string? role) =>
        scheme.Kind == SecuritySchemeKind.HttpBasic && HasBasic ? ContractCase.TokenOf(BasicRole)
        : KeyOf(scheme) is { } key ? ContractCase.TokenOf(RoleOfKey(key))
        : ContractCase.TokenOf(role);

    /// <summary>Stands for the user and password among the roles that have a token.</summary>
    public const string BasicRole = "BASIC";

    /// <summary>Stands for an API key among the roles that have a token.</summary>
    public static string RoleOfKey(string key) =>
        $"KEY_{string.Concat(key.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToUpperInvariant(letter) : '_'))}";

    private string? KeyOf(SecurityScheme scheme) => scheme.Kind != SecuritySchemeKind.ApiKey ? null : Keys.FirstOrDefault(
        key => key.Equals(scheme.ParameterName, StringComparison.OrdinalIgnoreCase) || key == scheme.Name);

    private static bool IsBasic(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count) is var text
            && text.Contains(':', StringComparison.Ordinal)
            && !text.Any(letter => char.IsControl(letter) || letter == '\uFFFD');
    }
}
