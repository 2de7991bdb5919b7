using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Deletes what the run created: children before their parents.</summary>
internal sealed class CleanUpRun(RunSession session)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);


    public async Task SendAsync()
    {
        var time = session.Options.TimeProvider;
        using var limit = new CancellationTokenSource(TimeLimit, time);
        await using var grace = time.CreateTimer(_ => limit.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = session.Limit.Token.Register(() => grace.Change(session.Limit.CleanUpTime, Timeout.InfiniteTimeSpan));
        foreach (var level in session.Created.TakeLeft().GroupBy(left => left.Delete.Needs.Count).OrderByDescending(level => level.Key))
        {
            await ConcurrentSender.SendAsync(
                level, session.Options.Concurrency, left => session.SendAsync(left.Delete, left.Ids, limit.Token), Observe);
        }
    }

    private void Observe((ContractCase Delete, ResourceIds Ids) left, SendResult result)
    {
        session.Observe(RunPhase.CleanUp, left.Delete, left.Ids, result);
        session.Created.NoteDeletion(left.Delete, left.Ids, result);
    }
}
