using SocialContract.ReferenceImpl;

namespace SocialContract.Cli.Terminal;

/// <summary>
/// What the reference implementation prints when it starts: who may call it, where it stores data, and where it listens.
/// </summary>
internal static class ReferenceStartReport
{
    /// <summary>Lines, each with its line end.</summary>
    public static string Text(ReferenceOptions options, ReferenceHost server)
    {
        using var output = new StringWriter();
        var url = server.Url.GetLeftPart(UriPartial.Authority);
        output.WriteLine("The reference implementation of the social-accounts API");
        foreach (var user in ReferenceHost.DefaultUsers)
        {
            // A chosen token is a secret; the default tokens are public.
            var isDefault = options.Users.All(chosen => chosen.Role != user.Role);
            var token = isDefault ? user.Token : "(the token given with --token)";
            output.WriteLine($"  {user.Role.ToString().ToLowerInvariant(),-8}Authentication: Bearer {token}");
        }

        output.WriteLine($"Database: {options.Database ?? "a temporary file, deleted when the server ends"}");
        if (options.ProviderStates)
        {
            output.WriteLine($"Provider states: {url}{ReferenceHost.ProviderStatesPath}");
        }

        output.WriteLine($"Listening on {url}");
        return output.ToString();
    }
}
