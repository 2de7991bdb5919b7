using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Deletes what the run created: children before their parents.</summary>
internal sealed class CleanUpRun(RunSession session)
{
    /// <summary>The run's time may be over: this has some of its own.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public async Task SendAsync()
    {
        using var limit = new CancellationTokenSource(TimeLimit, session.Options.TimeProvider);
        foreach (var level in session.Created.TakeLeft().GroupBy(left => left.Delete.Needs.Count).OrderByDescending(level => level.Key))
        {
            await ConcurrentSender.SendAsync(
                level, session.Options.Concurrency, left => session.SendAsync(left.Delete, left.Ids, limit.Token), Observe);
        }
    }

    private void Observe((ContractCase Delete, ResourceIds Ids) left, Answer answer)
    {
        session.Observe(RunPhase.CleanUp, left.Delete, left.Ids, answer);
        session.Created.NoteDeletion(left.Delete, left.Ids, answer);
    }
}
