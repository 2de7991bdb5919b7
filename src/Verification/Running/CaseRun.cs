using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Sends the cases that depend on no other side by side, and those of several edges at once again, one by one, where they are refused.</summary>
internal sealed class CaseRun(Run run)
{
    private readonly ILookup<string, ContractCase> _singles =
        run.Plan.Cases.Where(one => one.OnlyIfRefused is not null).ToLookup(one => one.OnlyIfRefused!, StringComparer.Ordinal);

    private readonly List<(ContractCase Case, Exchange Exchange)> _refused = [];

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await ConcurrentSender.SendAsync(
            run.Plan.Cases.Where(one => one.OnlyIfRefused is null).Where(run.CanSend),
            run.Options.Concurrency,
            one => run.AnswerAsync(one, run.Given, cancellationToken),
            Judge);

        foreach (var (one, exchange) in _refused)
        {
            await FindEdgeAsync(one, exchange, cancellationToken);
        }
    }

    private void Judge(ContractCase one, Answer answer)
    {
        var hasSingles = _singles.Contains(one.Id);
        var (exchange, _) = run.Judge(one, run.Given, answer, hasSingles);
        if (hasSingles && one.Expectation == CaseExpectation.Accepted && !CaseJudge.IsAcceptance(one, answer) && CaseJudge.Blocked(one, answer) is null)
        {
            _refused.Add((one, exchange));
        }
    }

    /// <summary>Several edges at once were refused: asks each alone.</summary>
    private async Task FindEdgeAsync(ContractCase combined, Exchange exchange, CancellationToken cancellationToken)
    {
        var plain = new CheckKey(CheckIds.Plain, combined.Operation.Id);
        if (run.Ledger.IsBroken(plain))
        {
            run.Ledger.Add(combined.Rows, EvidenceKind.Blocked, exchange, found: "a plain request that obeys every rule is not accepted");
            return;
        }

        var isFound = false;
        foreach (var single in _singles[combined.Id])
        {
            var (answer, _, _) = await run.AskAsync(single, run.Given, cancellationToken);
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
