using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends the cases that do not depend on others concurrently. If a case of several boundary values is refused, its isolated cases follow
/// one by one.
/// </summary>
internal sealed class CaseRun(RunSession session)
{
    private readonly ILookup<string, ContractCase> _isolated = session.Plan.Cases
        .Where(testCase => testCase.OnlyIfRefused is not null)
        .ToLookup(testCase => testCase.OnlyIfRefused!, StringComparer.Ordinal);

    private readonly List<Observation.Exchanged> _refused = [];

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await ConcurrentSender.SendAsync(
            session.Plan.Cases.Where(testCase => testCase.OnlyIfRefused is null).Where(session.CanSend),
            session.Options.Concurrency,
            testCase => session.SendAsync(testCase, session.Given, cancellationToken),
            Observe);

        foreach (var combined in _refused)
        {
            await IsolateAsync(combined, cancellationToken);
        }
    }

    private void Observe(ContractCase testCase, SendResult result)
    {
        var observed = session.Observe(RunPhase.Case, testCase, session.Given, result);
        if (_isolated.Contains(testCase.Id)
            && testCase.Expectation == CaseExpectation.Accepted
            && !CaseJudge.IsAcceptance(testCase, result)
            && CaseJudge.Blocked(testCase, result) is null)
        {
            _refused.Add(observed);
        }
    }

    /// <summary>Several boundary values at once were refused: sends each alone.</summary>
    private async Task IsolateAsync(Observation.Exchanged combined, CancellationToken cancellationToken)
    {
        var sent = new List<Observation.Exchanged>();
        foreach (var isolated in session.IsPlainRefused(combined.Case) ? [] : _isolated[combined.Case.Id])
        {
            sent.Add(await session.AskAsync(RunPhase.IsolatedCase, isolated, session.Given, cancellationToken));
        }

        session.Observe(new Observation.Isolated(combined, sent));
    }
}
