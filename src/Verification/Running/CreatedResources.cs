using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>What the server did for the run: deleted afterwards where the document offers a way, and told of where it does not.</summary>
internal sealed class CreatedResources(Run run)
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    private readonly List<(ContractCase Delete, ResourceIds Ids)> _created = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly List<string> _left = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Notes what an answer says was created.</summary>
    /// <param name="ids">Of what it was created beneath.</param>
    public void Note(ContractCase one, ResourceIds ids, Answer answer)
    {
        if (run.IsMock || !answer.IsSuccess)
        {
            return;
        }

        if (run.Plan.CleanUps.TryGetValue(one.Operation.Id, out var delete))
        {
            foreach (var id in IdExtractor.Ids(run.Plan.Captures[one.Operation.Id], answer))
            {
                _created.Add((delete, ids.With(one.Operation.Id, id)));
            }
        }
        else if (one.Operation.Method == "POST")
        {
            _uncaptured[one.Operation] = _uncaptured.GetValueOrDefault(one.Operation) + 1;
        }
    }

    /// <summary>Notes that something was deleted, so that it is not deleted again.</summary>
    public void Deleted(ContractCase delete, ResourceIds ids) => _deleted.Add(Targets.Of(delete, ids));

    /// <summary>
    /// Deletes what is left: first what is beneath other things, as each path tells. The run's time may be over: this has some of its own.
    /// </summary>
    public async Task DeleteAsync()
    {
        using var limit = new CancellationTokenSource(MostTime);
        var left = _created.Where(thing => _deleted.Add(Targets.Of(thing.Delete, thing.Ids))).ToList();
        _created.Clear();
        foreach (var level in left.GroupBy(thing => thing.Delete.Needs.Count).OrderByDescending(level => level.Key))
        {
            await ConcurrentSender.SendAsync(level, run.Options.Concurrency, thing => run.AnswerAsync(thing.Delete, thing.Ids, limit.Token), Judge);
        }
    }

    /// <summary>What stays behind, a sentence for each cause.</summary>
    public IEnumerable<string> Notices()
    {
        if (_left.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{_left.Count} of the things that the run created could not be deleted; the first: {_left[0]}.");
        }

        foreach (var (operation, count) in _uncaptured)
        {
            var accepted = string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "request was" : "requests were")} accepted");
            yield return $"What {operation.Id} did stays ({accepted}): the document has no operation that undoes it. "
                + $"What the run sent begins with {InventedData.Prefix}.";
        }
    }

    private void Judge((ContractCase Delete, ResourceIds Ids) thing, Answer answer)
    {
        run.Judge(thing.Delete, thing.Ids, answer);
        if (!answer.IsSuccess && answer.Code is not (404 or 410))
        {
            var why = answer.Fault == FaultKind.None ? $"answered {answer.Code}" : answer.FaultText;
            _left.Add($"{thing.Delete.Method} {Targets.Of(thing.Delete, thing.Ids)} {why}");
        }
    }
}
