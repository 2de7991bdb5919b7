using System.CommandLine;

namespace SocialContract.Cli.Options;

/// <summary>Where a server listens, the same for every server.</summary>
internal static class AddressOptions
{
    public static Option<string> Host() =>
        new("--host") { Description = "The address to listen on.", HelpName = "ADDRESS", DefaultValueFactory = _ => "127.0.0.1" };

    public static Option<int> Port(int usual) =>
        NumberOption.Create("--port", "The port to listen on; 0 takes a free one.", "N", 0, 65535, usual);
}
