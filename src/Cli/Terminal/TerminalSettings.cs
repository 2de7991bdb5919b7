using System.Text;

namespace SocialContract.Cli.Terminal;

/// <summary>How the output shows text.</summary>
/// <param name="IsTerminal">Whether the output is a terminal: only then are lines rewritten.</param>
/// <param name="Colour">Whether colours are wanted.</param>
/// <param name="Width">Columns; null if the output is not a terminal, so that lines are not broken.</param>
internal sealed record TerminalSettings(bool IsTerminal, bool Colour, int? Width)
{
    /// <summary>The width of a terminal that does not report its width.</summary>
    private const int DefaultWidth = 80;

    /// <summary>A pipe, a file, a CI log.</summary>
    public static TerminalSettings Redirected { get; } = new(IsTerminal: false, Colour: false, Width: null);

    /// <summary>UTF-8, except on a Windows console that is set to another code page.</summary>
    public static Encoding Encoding => OperatingSystem.IsWindows() && Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage
        ? Console.OutputEncoding
        : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The settings of standard output.</summary>
    public static TerminalSettings OfProcess => Detect(
        Console.IsOutputRedirected, Console.IsOutputRedirected ? 0 : Console.WindowWidth, Environment.GetEnvironmentVariable);

    /// <summary>
    /// A terminal has colours unless it is dumb or NO_COLOR is set to a text that is not empty (no-color.org).
    /// </summary>
    /// <param name="redirected">Whether the output is not a terminal.</param>
    /// <param name="terminalWidth">The terminal's columns; 0 if unknown.</param>
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
            Width: terminalWidth > 0 ? terminalWidth : DefaultWidth);
    }
}
