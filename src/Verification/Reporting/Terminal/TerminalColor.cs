namespace SocialContract.Verification.Reporting.Terminal;

/// <summary>The few colours that the console report uses: those that are legible on dark and light backgrounds alike.</summary>
internal enum TerminalColor
{
    Plain,
    Bold,
    Dim,
    Red,
    Green,
    Yellow,
    Cyan,
}
