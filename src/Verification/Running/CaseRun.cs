using SocialApi.Verification.Cases;
using SocialApi.Verification.Planning;
using SocialApi.Verification.Results;

namespace SocialApi.Verification.Running;

/// <summary>Sends the cases that depend on no other side by side, and those of several edges at once again, one by one, where they are refused.</summary>
internal sealed class CaseRun(Run run)
{
    /// <summary>How many answers may wait for an earlier one to be judged, for each request at a time.</summary>
    private const int Ahead = 8;

    private readonly ILookup<string, ContractCase> _singles =
        run.Plan.Cases.Where(one => one.OnlyIfRefused is not null).ToLookup(one => one.OnlyIfRefused!, StringComparer.Ordinal);

    private readonly List<(ContractCase Case, Exchange Exchange)> _refused = [];

    public async Task SendAsync(CancellationToken cancelled)
    {
        using var places = new SemaphoreSlim(Math.Max(run.Options.Concurrency, 1));
        var sent = new Queue<(ContractCase Case, Task<Answer> Answer)>();
        foreach (var one in run.Plan.Cases.Where(one => one.OnlyIfRefused is null).Where(run.CanSend))
        {
            sent.Enqueue((one, AnswerAsync(one, places, cancelled)));
            if (sent.Count > run.Options.Concurrency * Ahead)
            {
                await JudgeFirstAsync(sent);
            }
        }

        while (sent.Count > 0)
        {
            await JudgeFirstAsync(sent);
        }

        foreach (var (one, exchange) in _refused)
        {
            await FindEdgeAsync(one, exchange, cancelled);
        }
    }

    private async Task<Answer> AnswerAsync(ContractCase one, SemaphoreSlim places, CancellationToken cancelled)
    {
        await places.WaitAsync(CancellationToken.None);
        try
        {
            return await run.AnswerAsync(one, run.Given, cancelled);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task JudgeFirstAsync(Queue<(ContractCase Case, Task<Answer> Answer)> sent)
    {
        var (one, coming) = sent.Dequeue();
        var answer = await coming;
        var hasSingles = _singles.Contains(one.Id);
        var (exchange, _) = run.Judge(one, run.Given, answer, hasSingles);
        if (hasSingles && one.Expectation == CaseExpectation.Accepted && !CaseJudge.IsAcceptance(one, answer) && CaseJudge.Blocked(one, answer) is null)
        {
            _refused.Add((one, exchange));
        }
    }

    /// <summary>Several edges at once were refused: asks each alone.</summary>
    private async Task FindEdgeAsync(ContractCase combined, Exchange exchange, CancellationToken cancelled)
    {
        var plain = new RowKey(CheckIds.Plain, combined.Operation.Id);
        if (run.Ledger.IsBroken(plain))
        {
            run.Ledger.Add(combined.Rows, EvidenceKind.Blocked, exchange, found: "a plain request that obeys every rule is not accepted");
            return;
        }

        var isFound = false;
        foreach (var single in _singles[combined.Id])
        {
            var (answer, _, _) = await run.AskAsync(single, run.Given, cancelled);
            isFound |= !CaseJudge.IsAcceptance(single, answer);
        }

        if (!isFound)
        {
            run.Ledger.Add(
                plain,
                EvidenceKind.Broken,
                exchange,
                $"Accepted, for the request obeys every rule ({combined.Title}).",
                $"Refused with {exchange.Response?.Start}, though each of its edges alone is accepted.");
        }
    }
}
