using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Deletes what the run created, children before their parents, and only where it is certain that the run created it.</summary>
internal sealed class CleanUpRun(RunSession session)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    public async Task SendAsync()
    {
        var time = session.Options.TimeProvider;
        using var limit = new CancellationTokenSource(TimeLimit, time);
        await using var grace = time.CreateTimer(_ => limit.Cancel(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var ending = session.Limit.Token.Register(() => grace.Change(session.Limit.CleanUpTime, Timeout.InfiniteTimeSpan));
        var levels = session.Created.Deletable().GroupBy(left => left.Delete.Needs.Count).OrderByDescending(level => level.Key);
        foreach (var level in levels.Select(level => level.ToList()))
        {
            await ConfirmAsync(level.Select(left => left.Resource), limit.Token);
            await ConcurrentSender.SendAsync(
                level.Where(left => left.Resource is { IsConfirmed: true, Doubt: null }),
                session.Options.Concurrency,
                left => session.SendAsync(left.Delete, left.Resource.Ids, limit.Token),
                Observe);
        }
    }

    private async Task ConfirmAsync(IEnumerable<CreatedResource> resources, CancellationToken cancellationToken)
    {
        var unsure = new List<(ContractCase Read, CreatedResource Resource)>();
        foreach (var resource in resources.Where(resource => !resource.IsConfirmed))
        {
            if (Confirmation.RequestFor(session, resource) is { } read)
            {
                unsure.Add((read, resource));
            }
            else
            {
                resource.IsConfirmed = true;
            }
        }

        await ConcurrentSender.SendAsync(
            unsure,
            session.Options.Concurrency,
            asked => session.SendAsync(asked.Read, asked.Resource.Ids, cancellationToken),
            (asked, result) => Confirmation.Observe(session, asked.Read, asked.Resource, result));
    }

    private void Observe((ContractCase Delete, CreatedResource Resource) left, SendResult result)
    {
        session.Observe(RunPhase.CleanUp, left.Delete, left.Resource.Ids, result);
        session.Created.NoteDeletion(left.Delete, left.Resource, result);
    }
}
