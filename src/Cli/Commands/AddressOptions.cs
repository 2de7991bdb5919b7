using System.CommandLine;

namespace SocialApi.Cli.Commands;

/// <summary>Where a server listens, the same for every server.</summary>
internal static class AddressOptions
{
    public static Option<string> Host() =>
        new("--host") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };

    public static Option<int> Port(int usual)
    {
        var port = new Option<int>("--port") { Description = "The port to listen on; 0 takes a free one.", HelpName = "N", DefaultValueFactory = _ => usual };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value is < 0 or > 65535)
            {
                result.AddError($"--port takes a number from 0 to 65535; found {value}.");
            }
        });
        return port;
    }
}
