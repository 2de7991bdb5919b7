using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using SocialContract.ReferenceImpl.Users;
using SocialContract.Verification.Settings;

namespace SocialContract.Cli.Options;

/// <summary><c>--token ROLE=TOKEN</c>, repeatable: a user who may call the reference implementation.</summary>
internal static class RegisteredUserOption
{
    private static readonly string Roles = string.Join("|", Enum.GetNames<Role>()).ToLowerInvariant();

    public static Option<RegisteredUser[]> Create() => new("--token")
    {
        Description = $"A user's role ({Roles}) and token (repeatable).",
        HelpName = "ROLE=TOKEN",
        CustomParser = Parse,
    };

    private static RegisteredUser[]? Parse(ArgumentResult result)
    {
        var users = new List<RegisteredUser>();
        foreach (var token in result.Tokens)
        {
            if (TryParse(token.Value, out var user))
            {
                users.Add(user);
            }
            else
            {
                // The value is not repeated: it may be a token that only lacks its role.
                result.AddError($"--token takes ROLE=TOKEN with a role of {Roles} and a token of visible ASCII characters.");
            }
        }

        return [.. users];
    }

    private static bool TryParse(string text, [NotNullWhen(true)] out RegisteredUser? user)
    {
        var (role, token) = text.Split('=', 2) is [var before, var after] ? (before, after) : ("", "");
        var isRole = Roles.Split('|').Contains(role);
        user = isRole && TokenText.FaultOf(token) is null ? new(Enum.Parse<Role>(role, ignoreCase: true), token) : null;
        return user is not null;
    }
}
