using SocialContract.Verification.Results;

namespace SocialContract.Verification.Reporting.Terminal;

internal static class OutcomeColors
{
    public static TerminalColor Of(Outcome outcome) => outcome switch
    {
        Outcome.Passed => TerminalColor.Green,
        Outcome.Failed => TerminalColor.Red,
        Outcome.Question or Outcome.Undocumented or Outcome.Blocked => TerminalColor.Yellow,
        _ => TerminalColor.Dim,
    };
}
