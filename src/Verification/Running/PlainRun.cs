using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Running;

/// <summary>Sends what creates the things that others need, then the plain request of each operation, and looks whether this can be the API at all.</summary>
internal sealed class PlainRun(Run run)
{
    private const int MostFaults = 3;

    private readonly List<(Operation Operation, Answer Answer)> _first = [];

    /// <returns>Why nothing can be tested; null where the run goes on.</returns>
    public async Task<string?> SendAsync(CancellationToken cancellationToken)
    {
        foreach (var fixture in run.Plan.Fixtures.Where(run.CanSend))
        {
            var answer = await AskAsync(fixture, cancellationToken);
            if (IdExtractor.Id(run.Plan.Captures[fixture.Operation.Id], answer) is { } id)
            {
                run.Keep(fixture.Operation.Id, id);
            }

            if (GivesUp())
            {
                return Reason();
            }
        }

        foreach (var one in run.Plan.Plain.Values.Where(run.CanSend))
        {
            await AskAsync(one, cancellationToken);
            if (GivesUp())
            {
                break;
            }
        }

        return Reason();
    }

    private async Task<Answer> AskAsync(ContractCase one, CancellationToken cancellationToken)
    {
        var (answer, _, _) = await run.AskAsync(one, run.Given, cancellationToken);
        await run.RecognizeAsync(answer, cancellationToken);
        _first.Add((one.Operation, answer));
        return answer;
    }

    private string? Reason() => Preflight.Reason(run.Options, run.Credentials, _first);

    /// <summary>An unreachable server need not be asked a hundred times, nor a hanging one.</summary>
    private bool GivesUp() =>
        _first is [(_, { Fault: FaultKind.Unreachable or FaultKind.TimedOut or FaultKind.Endless })]
        || (_first.Count >= MostFaults && _first.TrueForAll(one => one.Answer.Fault != FaultKind.None));
}
