namespace SocialContract.Cli.Terminal;

/// <summary>How the output shows text.</summary>
/// <param name="IsTerminal">Whether a person watches: only then is a line ever rewritten.</param>
/// <param name="Colour">Whether colours are wanted.</param>
/// <param name="Width">Columns; null where the output is not a terminal: lines are as long as their text then.</param>
internal sealed record TerminalSettings(bool IsTerminal, bool Colour, int? Width)
{
    /// <summary>What a terminal has that does not say how wide it is.</summary>
    private const int UsualWidth = 80;

    /// <summary>A pipe, a file, a CI log.</summary>
    public static TerminalSettings Redirected { get; } = new(IsTerminal: false, Colour: false, Width: null);

    /// <summary>Those of standard output.</summary>
    public static TerminalSettings OfProcess => Detect(
        Console.IsOutputRedirected, Console.IsOutputRedirected ? 0 : Console.WindowWidth, Environment.GetEnvironmentVariable);

    /// <summary>
    /// A terminal has colours unless it is dumb or NO_COLOR is set to a text that is not empty (no-color.org).
    /// </summary>
    /// <param name="redirected">Whether the output is not a terminal.</param>
    /// <param name="terminalWidth">The terminal's columns; 0 where unknown.</param>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    public static TerminalSettings Detect(bool redirected, int terminalWidth, Func<string, string?> environment)
    {
        if (redirected)
        {
            return Redirected;
        }

        var dumb = environment("TERM") == "dumb";
        return new(
            IsTerminal: !dumb,
            Colour: !dumb && string.IsNullOrEmpty(environment("NO_COLOR")),
            Width: terminalWidth > 0 ? terminalWidth : UsualWidth);
    }
}
