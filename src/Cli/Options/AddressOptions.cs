using System.CommandLine;
using SocialContract.Contract.AspNetCore.Hosting;

namespace SocialContract.Cli.Options;

/// <summary>The address options, the same for every server.</summary>
internal static class AddressOptions
{
    public static Option<string> Host() =>
        new("--host") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };

    /// <summary>How a name is allowed, for the refusal of a request to it.</summary>
    public static string AllowHostAdvice(string name) => $"start the server with --allow-host {name}";

    /// <param name="place">What the names are for, e.g. <c>/__admin</c>.</param>
    public static Option<string[]> AllowedHosts(string place)
    {
        var option = new Option<string[]>("--allow-host")
        {
            Description = $"A name by which clients reach {place} (repeatable), such as a container's service name.",
            HelpName = "NAME",
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => !LocalAccess.IsName(token.Value)))
            {
                result.AddError($"--allow-host takes a host name without a port, such as mock or 10.0.0.5; found '{token.Value}'.");
            }
        });
        return option;
    }

    public static Option<int> Port(int defaultPort) =>
        NumberOption.Create("--port", "The port to listen on; 0 takes a free port.", "N", 0, 65535, defaultPort);
}
