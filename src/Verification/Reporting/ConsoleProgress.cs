using System.Globalization;
using SocialContract.Verification.Reporting.Text;

namespace SocialContract.Verification.Reporting;

/// <summary>
/// Shows progress while a run goes on: on a terminal a bar in one line that is rewritten at most ten times a second and removed in the end;
/// elsewhere a line every five seconds, so that a short run prints nothing. Thread-safe.
/// </summary>
/// <param name="output">Where the report will go too.</param>
/// <param name="settings">How it shows text.</param>
/// <param name="clock">Tells how much time has passed between two reports.</param>
public sealed class ConsoleProgress(TextWriter output, ConsoleSettings settings, TimeProvider clock)
    : IProgress<VerificationProgress>, IDisposable
{
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private long _last = clock.GetTimestamp();
    private bool _drawn;

    public void Report(VerificationProgress value)
    {
        lock (_lock)
        {
            var due = settings.IsTerminal ? !_drawn || clock.GetElapsedTime(_last) >= Redraw : clock.GetElapsedTime(_last) >= Interval;
            if (!due)
            {
                return;
            }

            _last = clock.GetTimestamp();
            if (settings.IsTerminal)
            {
                _drawn = true;
                output.Write($"\r{Bar(value)}\u001b[K");
            }
            else
            {
                output.Write($"{Counts(value)} after {Amount.Seconds(clock.GetElapsedTime(_start).TotalSeconds)}\n");
            }

            output.Flush();
        }
    }

    /// <summary>Removes the bar, so that the report begins in a fresh line.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_drawn)
            {
                _drawn = false;
                output.Write("\r\u001b[K");
                output.Flush();
            }
        }
    }

    private string Bar(VerificationProgress value)
    {
        var counts = Counts(value);
        var room = Math.Min(settings.Width - counts.Length - 4, 40);
        if (room < 4)
        {
            return counts.Length < settings.Width ? counts : counts[..(settings.Width - 1)];
        }

        var full = value.Planned == 0 ? room : (int)((long)room * Math.Min(value.Sent, value.Planned) / value.Planned);
        return $"[{new string('#', full)}{new string('.', room - full)}] {counts}";
    }

    private static string Counts(VerificationProgress value) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Sent} of {Amount.Of(value.Planned, "request")}, {Amount.Of(value.Failed, "rule")} failed");
}
