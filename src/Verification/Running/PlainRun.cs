using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends what creates the resources that others need, then the plain request of each operation, and looks whether this can be the API at
/// all.
/// </summary>
internal sealed class PlainRun(RunSession session)
{
    /// <summary>After this many first requests without a response the run gives up.</summary>
    private const int FaultLimit = 3;

    private readonly List<(Operation Operation, Answer Answer)> _first = [];

    /// <returns>Why nothing can be tested; null where the run goes on.</returns>
    public async Task<string?> SendAsync(CancellationToken cancellationToken)
    {
        foreach (var fixture in session.Plan.Fixtures.Where(session.CanSend))
        {
            var answer = await AskAsync(RunPhase.Fixture, fixture, cancellationToken);
            if (IdExtractor.Id(session.Plan.Captures[fixture.Operation.Id], answer) is { } id)
            {
                session.Keep(fixture.Operation.Id, id);
            }

            if (GivesUp())
            {
                return Reason();
            }
        }

        foreach (var plain in session.Plan.Plain.Values.Where(session.CanSend))
        {
            await AskAsync(RunPhase.Plain, plain, cancellationToken);
            if (GivesUp())
            {
                break;
            }
        }

        return Reason();
    }

    private async Task<Answer> AskAsync(RunPhase phase, ContractCase testCase, CancellationToken cancellationToken)
    {
        var answer = (await session.AskAsync(phase, testCase, session.Given, cancellationToken)).Answer;
        if (!session.IsMock
            && await MockRecognition.IsMockAsync(session.Transport, session.Options.Url, session.Plan.Api, answer, cancellationToken))
        {
            session.Observe(new Observation.MockRecognized());
            session.AddNotices(
                "The target is this kit's mock of the document: it keeps no state and may accept any token, "
                + "so checks that depend on either are left open.");
        }

        _first.Add((testCase.Operation, answer));
        return answer;
    }

    private string? Reason() => Preflight.Reason(session.Options.Url, session.Credentials.Default is not null, _first);

    /// <summary>An unreachable server is not asked a hundred times, nor one that hangs.</summary>
    private bool GivesUp() =>
        _first is [(_, { Fault: FaultKind.Unreachable or FaultKind.TimedOut or FaultKind.Endless })]
        || (_first.Count >= FaultLimit && _first.TrueForAll(first => first.Answer.Fault != FaultKind.None));
}
