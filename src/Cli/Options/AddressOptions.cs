using System.CommandLine;

namespace SocialContract.Cli.Options;

/// <summary>The address options, the same for every server.</summary>
internal static class AddressOptions
{
    public static Option<string> Host() =>
        new("--host") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };

    public static Option<int> Port(int defaultPort) =>
        NumberOption.Create("--port", "The port to listen on; 0 takes a free port.", "N", 0, 65535, defaultPort);
}
