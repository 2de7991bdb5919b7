using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Requests the lists in which refused requests must not have created resources.</summary>
internal static class ListRun
{
    public static async Task SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        foreach (var (creator, operation) in session.Plan.Operations)
        {
            if (operation.List is not { } list)
            {
                continue;
            }

            var check = new CheckKey(CheckIds.Refused, creator);
            if (session.IsMock)
            {
                session.Observe(new Observation.Skipped(check, "the target is a mock, which keeps no state"));
            }
            else if (Targets.Lack(list, session.Given, session.IsMock) is { } reason)
            {
                session.Observe(new Observation.NotSent([check], reason));
            }
            else
            {
                var result = await session.SendAsync(list, session.Given, cancellationToken);
                session.Observe(RunPhase.List, list, session.Given, result, observed => observed with { ListedCreator = creator });
            }
        }
    }
}
