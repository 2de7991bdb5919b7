namespace SocialContract.Cli.Terminal;

/// <summary>Whether output may be coloured: on a terminal only, and never against NO_COLOR (no-color.org).</summary>
internal static class TerminalColour
{
    public static bool IsOn =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
