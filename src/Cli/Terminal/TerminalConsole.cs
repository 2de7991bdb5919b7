using Spectre.Console;

namespace SocialContract.Cli.Terminal;

/// <summary>Spectre.Console over an output, with nothing left to its own detection.</summary>
internal static class TerminalConsole
{
    /// <summary>Wider than any line, and still a number that can be added to.</summary>
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
