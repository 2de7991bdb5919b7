using SocialContract.Cli.Terminal;

namespace SocialContract.Cli.Tests.Terminal;

public sealed class RunProgressTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly WatchedWriter _output = new("25 of 100 requests, 1 check failed");

    [Theory]
    [InlineData(80)]
    [InlineData(40)]
    public async Task A_terminal_shows_the_counts_and_nothing_of_them_stays(int width)
    {
        await ShowAsync(new TerminalSettings(IsTerminal: true, Colour: false, width), async show =>
        {
            show(new RunProgress(25, 100, 1));
            await _output.Written.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        });

        Screen(_output.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_of_the_run_leaves_the_cursor_visible()
    {
        await Should.ThrowAsync<TimeoutException>(() => ShowAsync(
            new TerminalSettings(IsTerminal: true, Colour: false, 80), _ => throw new TimeoutException()));

        _output.ToString().LastIndexOf("\u001b[?25h", StringComparison.Ordinal)
            .ShouldBeGreaterThan(_output.ToString().LastIndexOf("\u001b[?25l", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_short_run_into_a_file_shows_nothing()
    {
        await ShowAsync(TerminalSettings.Redirected, show =>
        {
            _clock.Advance(TimeSpan.FromSeconds(4.9));
            show(new RunProgress(100, 100, 0));
            return Task.CompletedTask;
        });

        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_long_run_into_a_file_shows_a_line_every_five_seconds()
    {
        await ShowAsync(TerminalSettings.Redirected, show =>
        {
            for (var sent = 1; sent <= 12; sent++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                show(new RunProgress(sent, 20, 0));
            }

            return Task.CompletedTask;
        });

        _output.ToString().ShouldBe("5 of 20 requests, 0 checks failed after 5.0 s\n10 of 20 requests, 0 checks failed after 10.0 s\n");
    }

    public void Dispose() => _output.Dispose();

    private Task ShowAsync(TerminalSettings settings, Func<Action<RunProgress>, Task> run) =>
        RunProgress.ShowAsync(TerminalConsole.Create(_output, settings), _clock, async show =>
        {
            await run(show);
            return true;
        });

    /// <summary>
    /// What a terminal shows in the end, of the control sequences that a rewritten line needs (ECMA-48: CR, LF, CUU, EL).
    /// </summary>
    private static string Screen(string output)
    {
        List<string> lines = [""];
        var (line, column) = (0, 0);
        for (var at = 0; at < output.Length; at++)
        {
            switch (output[at])
            {
                case '\r':
                    column = 0;
                    break;
                case '\n':
                    (line, column) = (line + 1, 0);
                    if (line == lines.Count)
                    {
                        lines.Add("");
                    }

                    break;
                case '\u001b':
                    var end = output.AsSpan(at).IndexOfAnyInRange('@', '~') is var bracket
                        ? at + bracket + 1 + output.AsSpan(at + bracket + 1).IndexOfAnyInRange('@', '~')
                        : at;
                    var sequence = output[(at + 2)..(end + 1)];
                    (line, lines[line]) = sequence switch
                    {
                        [.., 'A'] => (line - int.Parse(sequence[..^1]), lines[line]),
                        "2K" => (line, ""),
                        "K" => (line, lines[line][..Math.Min(column, lines[line].Length)]),
                        _ => (line, lines[line]),
                    };
                    at = end;
                    break;
                default:
                    lines[line] = lines[line]
                        .PadRight(column)[..column] + output[at] + lines[line][Math.Min(column + 1, lines[line].Length)..];
                    column++;
                    break;
            }
        }

        return string.Concat(lines).Trim();
    }

    /// <summary>Tells when a text was written, since a terminal is drawn by another thread.</summary>
    private sealed class WatchedWriter(string text) : StringWriter
    {
        private readonly TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Written => _written.Task;

        public override void Write(string? value)
        {
            base.Write(value);
            if (ToString().Contains(text, StringComparison.Ordinal))
            {
                _written.TrySetResult();
            }
        }
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
