using SocialContract.Verification.Results;
using Spectre.Console;

namespace SocialContract.Cli.Terminal;

/// <summary>The few styles of the report: the terminal's own dark colours, which are legible on dark and light backgrounds alike.</summary>
internal static class TerminalStyles
{
    public static Style Plain => Style.Plain;

    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(decoration: Decoration.Dim);

    public static Style Red { get; } = new(Color.Maroon);

    public static Style Green { get; } = new(Color.Green);

    public static Style Yellow { get; } = new(Color.Olive);

    public static Style Cyan { get; } = new(Color.Teal);

    public static Style Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => Green,
        Outcome.Failed => Red,
        Outcome.Question or Outcome.Undocumented or Outcome.Blocked => Yellow,
        _ => Dim,
    };

    public static Style Of(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Conforms => Green,
        VerificationVerdict.Violates => Red,
        _ => Yellow,
    };
}
