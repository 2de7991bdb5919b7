using Microsoft.Extensions.Time.Testing;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Tests.Sending;

/// <summary>Holding requests back for as long as the server asks, on a fake clock.</summary>
public sealed class RetryAfterGateTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_open_gate_lets_requests_through_at_once() =>
        (await Gate(20).WaitAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();

    [Fact]
    public async Task A_request_waits_until_the_gate_opens()
    {
        var gate = Gate(20);
        gate.Extend(TimeSpan.FromSeconds(5)).ShouldBeTrue();

        var waiting = gate.WaitAsync(TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromSeconds(4.9));
        waiting.IsCompleted.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(0.1));
        (await waiting).ShouldBeTrue();
    }

    [Fact]
    public void Waits_that_overlap_count_once()
    {
        var gate = Gate(10);

        gate.Extend(TimeSpan.FromSeconds(8)).ShouldBeTrue();
        gate.Extend(TimeSpan.FromSeconds(8)).ShouldBeTrue();
        gate.Extend(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        gate.Extend(TimeSpan.FromSeconds(11)).ShouldBeFalse();
    }

    [Fact]
    public void The_limit_is_for_all_waits_together()
    {
        var gate = Gate(10);

        gate.Extend(TimeSpan.FromSeconds(6)).ShouldBeTrue();
        _time.Advance(TimeSpan.FromSeconds(6));
        gate.Extend(TimeSpan.FromSeconds(5)).ShouldBeFalse();
        gate.Extend(TimeSpan.FromSeconds(4)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_that_ends_waits_no_longer()
    {
        using var end = new CancellationTokenSource();
        var gate = Gate(20);
        gate.Extend(TimeSpan.FromSeconds(5));

        var waiting = gate.WaitAsync(end.Token);
        await end.CancelAsync();

        (await waiting).ShouldBeFalse();
    }

    private RetryAfterGate Gate(int seconds) => new(TimeSpan.FromSeconds(seconds), _time);
}
