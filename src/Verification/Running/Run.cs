using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Running;

/// <summary>
/// The order of a run: plain requests first, then concurrently what depends on no other request, then sequences, then states; and
/// everything is cleaned up.
/// </summary>
internal static class Run
{
    public static async Task SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        var cleanUp = new CleanUpRun(session);
        if (await new PlainRun(session).SendAsync(cancellationToken) is { } reason)
        {
            session.Observe(new Observation.Obstructed(reason));
            await HeaderProbe.SendAsync(session, cancellationToken);
            await cleanUp.SendAsync();
            return;
        }

        await new CaseRun(session).SendAsync(cancellationToken);
        foreach (var sequence in session.Plan.Sequences)
        {
            await SequenceRun.SendAsync(session, sequence, cancellationToken);
        }

        await ListRun.SendAsync(session, cancellationToken);
        await cleanUp.SendAsync();
        if (await StateRun.SendAsync(session, cancellationToken))
        {
            await cleanUp.SendAsync();
        }

        session.Notices.AddRange(session.Created.Notices());
    }
}
