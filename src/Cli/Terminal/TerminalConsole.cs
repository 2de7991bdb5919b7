using Spectre.Console;

namespace SocialContract.Cli.Terminal;

/// <summary>Creates Spectre consoles with explicit settings, so that Spectre detects nothing.</summary>
internal static class TerminalConsole
{
    /// <summary>Wider than any line, but small enough that sums do not overflow.</summary>
    private const int Unlimited = 1_000_000_000;

    public static IAnsiConsole Create(TextWriter output, TerminalSettings settings)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = settings.IsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = settings.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = settings.IsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = settings.Width ?? Unlimited;
        return console;
    }
}
