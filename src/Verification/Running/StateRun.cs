using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Puts the server into the states that examples need, and sends the requests of the examples.</summary>
internal static class StateRun
{
    /// <returns>False if there is no URL for provider states, or no example needs a state.</returns>
    public static async Task<bool> SendAsync(RunSession session, CancellationToken cancellationToken)
    {
        if (session.Options.ProviderStatesUrl is not { } url || session.Plan.Options.ReadOnly || !session.Plan.States.Any())
        {
            return false;
        }

        var client = new StateClient(session.Transport, url);
        foreach (var state in session.Plan.States)
        {
            var (testCase, role) = (state.Case, state.Case.Role);
            if (!session.Credentials.Has(role))
            {
                var reason = $"there is no token for the role {role}: {session.Options.TokenAdvice(role ?? "")}";
                session.Observe(new Observation.NotSent(testCase.Checks, reason));
                continue;
            }

            string? fault = null;
            foreach (var entry in state.States)
            {
                fault ??= await client.ChangeAsync(entry, "setup", cancellationToken);
            }

            if (fault is not null)
            {
                session.Observe(new Observation.NotSent(testCase.Checks, fault));
            }
            else
            {
                // The comparison with the example decides the case's checks, not the acceptance of the request.
                var result = await session.SendAsync(testCase, ResourceIds.None, cancellationToken);
                session.Observe(
                    RunPhase.State, testCase with { Checks = [] }, ResourceIds.None, result, observed => observed with { State = state });
            }

            foreach (var entry in state.States.Reverse())
            {
                await client.ChangeAsync(entry, "teardown", cancellationToken);
            }
        }

        return true;
    }
}
