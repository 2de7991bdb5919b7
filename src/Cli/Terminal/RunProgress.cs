using System.Globalization;
using SocialContract.Verification.Messages;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SocialContract.Cli.Terminal;

/// <summary>The progress of a run.</summary>
/// <param name="Sent">Requests that got a response or were given up so far.</param>
/// <param name="Planned">Requests of the whole plan.</param>
/// <param name="Failed">Gated checks that failed so far.</param>
internal readonly record struct RunProgress(int Sent, int Planned, int Failed)
{
    private const int MaxBarWidth = 40;

    /// <summary>Where the output is not a terminal, a line this often shows that the run goes on; a short run prints nothing.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs something and shows its progress: on a terminal as a bar that is rewritten in place and removed at the end, elsewhere as a line
    /// every five seconds.
    /// </summary>
    /// <param name="run">What to run; it may report from any thread.</param>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, TimeProvider clock, Func<Action<RunProgress>, Task<T>> run) =>
        console.Profile.Capabilities.Interactive ? ShowBarAsync(console, run) : ShowLinesAsync(console, clock, run);

    /// <summary><c>25 of 100 requests, 1 check failed</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Sent} of {Amount.Of(Planned, "request")}, {Amount.Of(Failed, "check")} failed");

    private static Task<T> ShowBarAsync<T>(IAnsiConsole console, Func<Action<RunProgress>, Task<T>> run)
    {
        // A narrow terminal shows only the counts; the bar takes the remaining columns.
        var bar = Math.Min(console.Profile.Width - new RunProgress(9999, 9999, 999).ToString().Length - 1, MaxBarWidth);
        ProgressColumn[] columns = bar > 0 ? [new ProgressBarColumn { Width = bar }, new CountsColumn()] : [new CountsColumn()];
        return console.Progress().AutoClear(true).Columns(columns).StartAsync(context =>
        {
            var task = context.AddTask("0 requests");
            return run(progress =>
            {
                task.MaxValue = Math.Max(progress.Planned, 1);
                task.Value = progress.Sent;
                task.Description = progress.ToString();
            });
        });
    }

    private static Task<T> ShowLinesAsync<T>(IAnsiConsole console, TimeProvider clock, Func<Action<RunProgress>, Task<T>> run)
    {
        var turn = new Lock();
        var start = clock.GetTimestamp();
        var last = start;
        return run(progress =>
        {
            lock (turn)
            {
                if (clock.GetElapsedTime(last) >= Interval)
                {
                    last = clock.GetTimestamp();
                    console.WriteLine($"{progress} after {Amount.Seconds(clock.GetElapsedTime(start).TotalSeconds)}");
                }
            }
        });
    }

    private sealed class CountsColumn : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(task.Description);
    }
}
