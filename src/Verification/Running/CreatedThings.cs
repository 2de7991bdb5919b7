using System.Globalization;
using SocialApi.Contract.Model;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Running;

/// <summary>What the server did for the run: deleted afterwards where the document offers a way, and told of where it does not.</summary>
internal sealed class CreatedThings(Run run)
{
    private readonly Queue<(Capture Capture, string Id)> _created = new();
    private readonly HashSet<(string Creator, string Id)> _deleted = [];
    private readonly List<string> _left = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Notes what an answer says was created.</summary>
    public void Note(ContractCase one, Answer answer)
    {
        if (run.IsMock || !answer.IsSuccess)
        {
            return;
        }

        if (run.Plan.Captures.TryGetValue(one.Operation.Id, out var capture) && capture.Deleter is not null)
        {
            foreach (var id in Capturing.Ids(capture, answer))
            {
                _created.Enqueue((capture, id));
            }
        }
        else if (one.Operation.Method == "POST")
        {
            _uncaptured[one.Operation] = _uncaptured.GetValueOrDefault(one.Operation) + 1;
        }
    }

    /// <summary>Notes that something was deleted, so that it is not deleted again.</summary>
    public void Deleted(Capture capture, string id) => _deleted.Add((capture.Creator.Id, id));

    /// <summary>Deletes what is left. The run's time may be over: this has a request's time of its own.</summary>
    public async Task DeleteAsync()
    {
        using var limit = new CancellationTokenSource(run.Options.Timeout);
        while (_created.TryDequeue(out var thing))
        {
            if (_deleted.Add((thing.Capture.Creator.Id, thing.Id)) && CaseOf(thing.Capture) is { } one)
            {
                var (answer, _, _) = await run.AskAsync(one, thing.Id, limit.Token);
                if (!answer.IsSuccess && answer.Code is not (404 or 410))
                {
                    _left.Add($"{one.Method} {Targets.Of(one, thing.Id)} {(answer.Fault == FaultKind.None ? $"answered {answer.Code}" : answer.FaultText)}");
                }
            }
        }
    }

    /// <summary>What stays behind, a sentence for each cause.</summary>
    public IEnumerable<string> Notices()
    {
        if (_left.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{_left.Count} of the things that the run created could not be deleted; the first: {_left[0]}.");
        }

        foreach (var (operation, count) in _uncaptured)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"What {operation.Id} did stays ({count} {(count == 1 ? "request was" : "requests were")} accepted): the document has no operation that undoes it. What the run sent begins with contract-kit-.");
        }
    }

    private ContractCase? CaseOf(Capture capture) =>
        run.Plan.Sequences.FirstOrDefault(sequence => sequence.Capture.Creator == capture.Creator)?.Steps.FirstOrDefault(step => step.Kind == StepKind.Delete)?.Case is { } delete
            ? delete with { Id = $"{capture.Deleter!.Id}/clean-up", Title = "deletes what the run created", Rows = [], Expectation = CaseExpectation.Any }
            : null;
}
