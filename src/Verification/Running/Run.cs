using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Running;

/// <summary>
/// The order of a run: plain requests first, then concurrently the cases that do not depend on others, then sequences, lists, the clean-up
/// and states, which are cleaned up after. If the kit itself fails in one phase, the others continue.
/// </summary>
internal static class Run
{
    public static async Task SendAsync(RunSession session)
    {
        var (faults, cancellationToken, cleanUp) = (session.Faults, session.Limit.Token, new CleanUpRun(session));
        string? obstacle = null;
        await GuardAsync(
            "sending plain requests", async () => obstacle = await new PlainRun(session).SendAsync(cancellationToken));
        if (obstacle is not null)
        {
            session.Observe(new Observation.Obstructed(obstacle));
            await GuardAsync("looking for another header", () => HeaderProbe.SendAsync(session, cancellationToken));
            await GuardAsync("sending the tokens of other roles", () => RoleRun.SendAsync(session, cancellationToken));
            await CleanUpAsync();
            return;
        }

        await GuardAsync("sending the tokens of other roles", () => RoleRun.SendAsync(session, cancellationToken));
        await GuardAsync("sending cases", () => new CaseRun(session).SendAsync(cancellationToken));
        foreach (var sequence in session.Plan.Sequences)
        {
            await GuardAsync($"sending {sequence.Id}", () => SequenceRun.SendAsync(session, sequence, cancellationToken));
        }

        await GuardAsync("requesting lists", () => ListRun.SendAsync(session, cancellationToken));
        await CleanUpAsync();
        await GuardAsync("sending requests in states", async () =>
        {
            if (await StateRun.SendAsync(session, cancellationToken))
            {
                await CleanUpAsync();
            }
        });

        session.AddNotices(session.Created.Notices());

        Task GuardAsync(string activity, Func<Task> work) => faults.GuardAsync(activity, work, cancellationToken);

        Task CleanUpAsync() => GuardAsync("deleting what the run created", cleanUp.SendAsync);
    }
}
