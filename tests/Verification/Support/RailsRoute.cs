using System.Text.RegularExpressions;

namespace SocialContract.Verification.Tests.Support;

/// <summary>What the routes make of a request: a trailing slash and a format's suffix are let through, a wrong method is not.</summary>
/// <param name="Path">Without both.</param>
/// <param name="Elements">The parameter that holds the array; null for the DELETE.</param>
/// <param name="Id">The last segment of the DELETE's path, decoded.</param>
internal sealed partial record RailsRoute(string Path, string? Elements, string? Id)
{
    private const string Accounts = "/api/v3/instagram_accounts";

    /// <param name="numbersOnly">Whether the route has <c>constraints: { id: /\d+/ }</c>.</param>
    public static RailsRoute? Of(string method, string path, bool numbersOnly)
    {
        var routed = Suffix().Replace(path, "");
        return (method, routed) switch
        {
            ("POST", Accounts) => new(routed, "ig_accounts", null),
            ("POST", "/api/v3/facebook_pages") => new(routed, "fb_pages", null),
            ("DELETE", _) when Member().Match(routed).Groups["id"].Value is { Length: > 0 } id && (!numbersOnly || id.All(char.IsDigit))
                => new(Accounts, null, id),
            _ => null,
        };
    }

    [GeneratedRegex(@"(\.json)?/?$")]
    private static partial Regex Suffix();

    /// <summary>A segment of Rails holds no dot.</summary>
    [GeneratedRegex("^/api/v3/instagram_accounts/(?<id>[^/.]+)$")]
    private static partial Regex Member();
}
