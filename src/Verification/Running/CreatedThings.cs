using System.Globalization;
using SocialApi.Contract.Model;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Running;

/// <summary>What the server did for the run: deleted afterwards where the document offers a way, and told of where it does not.</summary>
internal sealed class CreatedThings(Run run)
{
    private readonly Stack<(ContractCase Delete, GivenIds Ids)> _created = new();
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly List<string> _left = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Notes what an answer says was created.</summary>
    /// <param name="ids">Of what it was created beneath.</param>
    public void Note(ContractCase one, GivenIds ids, Answer answer)
    {
        if (run.IsMock || !answer.IsSuccess)
        {
            return;
        }

        if (run.Plan.CleanUps.TryGetValue(one.Operation.Id, out var delete))
        {
            foreach (var id in Capturing.Ids(run.Plan.Captures[one.Operation.Id], answer))
            {
                _created.Push((delete, ids.With(one.Operation.Id, id)));
            }
        }
        else if (one.Operation.Method == "POST")
        {
            _uncaptured[one.Operation] = _uncaptured.GetValueOrDefault(one.Operation) + 1;
        }
    }

    /// <summary>Notes that something was deleted, so that it is not deleted again.</summary>
    public void Deleted(ContractCase delete, GivenIds ids) => _deleted.Add(Targets.Of(delete, ids));

    /// <summary>
    /// Deletes what is left, the last first, so that nothing goes before what is beneath it. The run's time may be over: this has a
    /// request's time of its own.
    /// </summary>
    public async Task DeleteAsync()
    {
        using var limit = new CancellationTokenSource(run.Options.Timeout);
        while (_created.TryPop(out var thing))
        {
            var (delete, ids) = thing;
            if (_deleted.Add(Targets.Of(delete, ids)))
            {
                var (answer, _, _) = await run.AskAsync(delete, ids, limit.Token);
                if (!answer.IsSuccess && answer.Code is not (404 or 410))
                {
                    var why = answer.Fault == FaultKind.None ? $"answered {answer.Code}" : answer.FaultText;
                    _left.Add($"{delete.Method} {Targets.Of(delete, ids)} {why}");
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
}
