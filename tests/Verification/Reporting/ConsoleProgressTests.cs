using SocialContract.Verification.Reporting;

namespace SocialContract.Verification.Tests.Reporting;

public sealed class ConsoleProgressTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly StringWriter _output = new();

    [Fact]
    public void A_terminal_shows_a_bar_with_counts()
    {
        using var progress = Progress(terminal: true);

        progress.Report(new VerificationProgress(25, 100, 1));

        _output.ToString().ShouldBe("\r[##########..............................] 25 of 100 requests, 1 rule failed\u001b[K");
    }

    [Fact]
    public void The_bar_is_removed_in_the_end()
    {
        var progress = Progress(terminal: true);
        progress.Report(new VerificationProgress(1, 2, 0));

        progress.Dispose();

        _output.ToString().ShouldEndWith("\r\u001b[K");
    }

    [Fact]
    public void The_bar_is_not_drawn_more_often_than_ten_times_a_second()
    {
        using var progress = Progress(terminal: true);
        progress.Report(new VerificationProgress(1, 100, 0));
        _clock.Advance(TimeSpan.FromMilliseconds(99));
        var before = _output.ToString();

        progress.Report(new VerificationProgress(99, 100, 0));
        progress.Report(new VerificationProgress(100, 100, 0));

        _output.ToString().ShouldBe(before);
    }

    [Fact]
    public void A_short_run_into_a_file_shows_nothing()
    {
        using (var progress = Progress(terminal: false))
        {
            _clock.Advance(TimeSpan.FromSeconds(4.9));
            progress.Report(new VerificationProgress(100, 100, 0));
        }

        _output.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void A_long_run_into_a_file_shows_a_line_every_five_seconds()
    {
        using var progress = Progress(terminal: false);
        for (var sent = 1; sent <= 12; sent++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            progress.Report(new VerificationProgress(sent, 20, 0));
        }

        _output.ToString().ShouldBe("5 of 20 requests, 0 rules failed after 5.0 s\n10 of 20 requests, 0 rules failed after 10.0 s\n");
    }

    [Fact]
    public void A_narrow_terminal_gets_the_counts_alone()
    {
        using var progress = new ConsoleProgress(_output, new ConsoleSettings(true, false, 36), _clock);

        progress.Report(new VerificationProgress(25, 100, 1));

        _output.ToString().ShouldBe("\r25 of 100 requests, 1 rule failed\u001b[K");
    }

    public void Dispose() => _output.Dispose();

    private ConsoleProgress Progress(bool terminal) => new(_output, new ConsoleSettings(terminal, Color: false, 80), _clock);

    private sealed class ManualClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan time) => _now += time.Ticks;
    }
}
