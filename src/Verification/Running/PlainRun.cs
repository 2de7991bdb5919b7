using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Running;

/// <summary>Sends what creates the things that others need, then the plain request of each operation, and looks whether this can be the API at all.</summary>
internal sealed class PlainRun(Run run)
{
    private const int MostFaults = 3;

    private readonly List<(Operation Operation, Answer Answer)> _first = [];

    /// <returns>Why nothing can be tested; null where the run goes on.</returns>
    public async Task<string?> SendAsync(CancellationToken cancelled)
    {
        foreach (var fixture in run.Plan.Fixtures.Where(run.CanSend))
        {
            var answer = await AskAsync(fixture, cancelled);
            if (Capturing.Id(run.Plan.Captures[fixture.Operation.Id], answer) is { } id)
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
            await AskAsync(one, cancelled);
            if (GivesUp())
            {
                break;
            }
        }

        return Reason();
    }

    private async Task<Answer> AskAsync(ContractCase one, CancellationToken cancelled)
    {
        var (answer, _, _) = await run.AskAsync(one, run.Given, cancelled);
        await run.RecognizeAsync(answer, cancelled);
        _first.Add((one.Operation, answer));
        return answer;
    }

    private string? Reason() => Preflight.Reason(run.Options, run.Credentials, _first);

    /// <summary>An unreachable server need not be asked a hundred times, nor a hanging one.</summary>
    private bool GivesUp() =>
        _first is [(_, { Fault: FaultKind.Unreachable or FaultKind.TimedOut or FaultKind.Endless })]
        || (_first.Count >= MostFaults && _first.TrueForAll(one => one.Answer.Fault != FaultKind.None));
}
