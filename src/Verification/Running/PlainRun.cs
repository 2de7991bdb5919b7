using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Judging;
using SocialContract.Verification.Recording;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>
/// Sends the requests that create resources for others, then the plain request of each operation, and decides whether the server can be the
/// API.
/// </summary>
internal sealed class PlainRun(RunSession session)
{
    /// <summary>After this many first requests without a response the run gives up.</summary>
    private const int FaultLimit = 3;

    private readonly List<(Operation Operation, SendResult Result)> _first = [];

    /// <returns>Why nothing can be tested; null if the run continues.</returns>
    public async Task<string?> SendAsync(CancellationToken cancellationToken)
    {
        foreach (var fixture in session.Plan.Fixtures.Where(session.CanSend))
        {
            var result = await AskAsync(RunPhase.Fixture, fixture, cancellationToken);
            if (await Confirmation.FirstCreatedAsync(session, fixture, session.Given, result, cancellationToken) is { } created)
            {
                session.Keep(fixture.Operation.Id, created);
            }

            if (GivesUp())
            {
                return Reason();
            }
        }

        foreach (var plain in session.Plan.Plain.Where(session.CanSend))
        {
            await AskAsync(RunPhase.Plain, plain, cancellationToken);
            if (GivesUp())
            {
                break;
            }
        }

        return Reason();
    }

    private async Task<SendResult> AskAsync(RunPhase phase, ContractCase testCase, CancellationToken cancellationToken)
    {
        var result = (await session.AskAsync(phase, testCase, session.Given, cancellationToken)).Result;
        if (!session.IsMock
            && await MockRecognition.IsMockAsync(session.Transport, session.Options.Url, session.Plan.Api, result, cancellationToken))
        {
            session.Observe(new Observation.MockRecognized());
            session.AddNotices(
                "The target is this kit's mock of the document: it keeps no state and may accept any token, "
                + "so checks that depend on either are left open.");
        }

        _first.Add((testCase.Operation, result));
        return result;
    }

    private string? Reason() => Preflight.Reason(
        session.Options.Url, !session.Credentials.IsAny ? session.Options.TokenAdvice("") : null, _first);

    /// <summary>Whether to stop: further requests to an unreachable or hanging server show nothing.</summary>
    private bool GivesUp() =>
        _first is [(_, { Fault: FaultKind.Unreachable or FaultKind.TimedOut or FaultKind.Endless })]
        || (_first.Count >= FaultLimit && _first.TrueForAll(first => first.Result.Fault != FaultKind.None));
}
