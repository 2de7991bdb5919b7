using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends the cases that depend on no other concurrently; where one of several boundary values is refused, its isolated cases one after the
/// other.
/// </summary>
internal sealed class CaseRun(RunSession session)
{
    private readonly ILookup<string, ContractCase> _isolated = session.Plan.Cases
        .Where(testCase => testCase.OnlyIfRefused is not null)
        .ToLookup(testCase => testCase.OnlyIfRefused!, StringComparer.Ordinal);

    private readonly List<Observation.Answered> _refused = [];

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

    private void Observe(ContractCase testCase, Answer answer)
    {
        var observed = session.Observe(RunPhase.Case, testCase, session.Given, answer);
        if (_isolated.Contains(testCase.Id)
            && testCase.Expectation == CaseExpectation.Accepted
            && !CaseJudge.IsAcceptance(testCase, answer)
            && CaseJudge.Blocked(testCase, answer) is null)
        {
            _refused.Add(observed);
        }
    }

    /// <summary>Several boundary values at once were refused: sends each alone.</summary>
    private async Task IsolateAsync(Observation.Answered combined, CancellationToken cancellationToken)
    {
        var sent = new List<Observation.Answered>();
        foreach (var isolated in session.IsPlainRefused(combined.Case) ? [] : _isolated[combined.Case.Id])
        {
            sent.Add(await session.AskAsync(RunPhase.IsolatedCase, isolated, session.Given, cancellationToken));
        }

        session.Observe(new Observation.Isolated(combined, sent));
    }
}
