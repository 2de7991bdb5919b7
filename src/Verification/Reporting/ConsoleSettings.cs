using System.Globalization;

namespace SocialContract.Verification.Reporting;

/// <summary>How the output shows text.</summary>
/// <param name="IsTerminal">Whether somebody watches: only then is a line ever rewritten.</param>
/// <param name="Color">Whether colours are wanted.</param>
/// <param name="Width">Columns.</param>
public sealed record ConsoleSettings(bool IsTerminal, bool Color, int Width)
{
    /// <summary>A terminal that does not say how wide it is.</summary>
    private const int UsualWidth = 80;

    /// <summary>What is assumed where nobody says: a pipe, a file, a CI log, which are read on a wide page.</summary>
    public static ConsoleSettings Redirected { get; } = new(IsTerminal: false, Color: false, Width: 120);

    /// <summary>
    /// Colours only on a terminal that is not dumb and unless NO_COLOR is set to anything but nothing (no-color.org). The width is the
    /// terminal's, else COLUMNS, else 80, or 120 where the output is no terminal.
    /// </summary>
    /// <param name="redirected">Whether the output is no terminal.</param>
    /// <param name="terminalWidth">The terminal's columns; 0 where unknown.</param>
    /// <param name="environment">Gives an environment variable's value, or null.</param>
    public static ConsoleSettings Detect(bool redirected, int terminalWidth, Func<string, string?> environment)
    {
        var dumb = environment("TERM") == "dumb";
        return new ConsoleSettings(
            IsTerminal: !redirected && !dumb,
            Color: !redirected && !dumb && string.IsNullOrEmpty(environment("NO_COLOR")),
            Width: !redirected && terminalWidth > 0 ? terminalWidth
                : int.TryParse(environment("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns
                : redirected ? Redirected.Width
                : UsualWidth);
    }
}
