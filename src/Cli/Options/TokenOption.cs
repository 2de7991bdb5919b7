using System.CommandLine;
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
                "The token that requests carry, or those of a role (repeatable); by default CONTRACT_TOKEN and CONTRACT_TOKEN_ROLE.",
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

    /// <summary>The text before the first = is a role only where the document names that role: a token may contain =.</summary>
    public static KeyValuePair<string, string> Parse(string text, IReadOnlyList<string> roles) =>
        text.Split('=', 2) is [var role, var token] && roles.Contains(role) ? new(role, token) : new("", text);
}
