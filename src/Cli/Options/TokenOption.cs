using System.CommandLine;
using SocialContract.Contract.Diagnostics;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary><c>--token [ROLE=]TOKEN</c>, repeatable: the callers that requests are sent as.</summary>
internal static class TokenOption
{
    public static Option<string[]> Create()
    {
        var option = new Option<string[]>("--token")
        {
            Description =
                "The token that requests carry, or those of a role (repeatable): visible ASCII "
                + "characters without spaces. For Basic the base64 of USER:PASSWORD, or use --basic. Of several ways to authenticate, the "
                + "one that the token fits is used. By default CONTRACT_TOKEN and CONTRACT_TOKEN_ROLE.",
            HelpName = "[ROLE=]TOKEN",
        };
        option.Validators.Add(result =>
        {
            foreach (var fault in result.Tokens.Select(token => TokenText.FaultOf(token.Value)).OfType<string>())
            {
                result.AddError($"--token {fault}");
            }
        });
        return option;
    }

    /// <summary>
    /// The role before the first =, and the token after it. A token that contains = itself is given after its role, or after = where it has
    /// none; the padding of base64 at its end needs neither.
    /// </summary>
    public static KeyValuePair<string, string> Parse(string text, IReadOnlyList<string> roles) =>
        text.Split('=', 2) is [var role, var token] && (role.Length == 0 || roles.Contains(role)) ? new(role, token) : new("", text);

    /// <summary>
    /// What is wrong with the name before the first =, as a sentence; null where nothing is. The name is not shown: it may be the beginning
    /// of a token.
    /// </summary>
    public static string? FaultOf(string text, IReadOnlyList<string> roles)
    {
        var (role, token) = (Parse(text, roles), text.Split('=', 2));
        if (role.Value.Length == 0)
        {
            return $"--token {role.Key}= lacks the token after the role.";
        }

        if (role.Key.Length > 0 || role.Value != text || token is not [var name, var rest] || rest.Trim('=').Length == 0)
        {
            return null;
        }

        var known = roles.Count == 0 ? "the document names no roles"
            : NearestName.Find(name, roles) is { } nearest ? $"did you mean {nearest}"
            : $"the document's roles are {string.Join(", ", roles)}";
        return $"--token names a role that the document does not have ({known}); write --token =TOKEN for a token that contains = itself.";
    }
}
