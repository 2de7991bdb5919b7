namespace SocialContract.Verification.Running;

/// <summary>Puts the server into the states that examples need, and asks what they are examples of.</summary>
internal sealed class StateRun(Run run)
{
    /// <returns>Whether anything was asked.</returns>
    public async Task<bool> SendAsync(CancellationToken cancellationToken)
    {
        if (run.Options.ProviderStatesUrl is not { } url || run.Plan.States.Count == 0)
        {
            return false;
        }

        var client = new StateClient(run.Transport, url);
        var examples = new ExampleJudge(run.Ledger);
        foreach (var state in run.Plan.States)
        {
            if (!run.Credentials.Has(state.Case.Role))
            {
                run.Ledger.Add(state.Case.Rows, EvidenceKind.Blocked, found: $"there is no token for the role {state.Case.Role} (--token {state.Case.Role}=TOKEN)");
                continue;
            }

            string? fault = null;
            foreach (var one in state.States)
            {
                fault ??= await client.ChangeAsync(one, "setup", cancellationToken);
            }

            if (fault is not null)
            {
                run.Ledger.Add(state.Case.Rows, EvidenceKind.Blocked, found: fault);
            }
            else
            {
                var (answer, exchange, isSound) = await run.AskAsync(state.Case with { Rows = [] }, ResourceIds.None, cancellationToken);
                examples.Judge(state, answer, exchange, isSound);
            }

            foreach (var one in state.States.Reverse())
            {
                await client.ChangeAsync(one, "teardown", cancellationToken);
            }
        }

        return true;
    }
}
