using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Keeps account of what the server did for the run: what can be deleted afterwards, what was, and what stays.</summary>
internal sealed class CreatedResources(VerificationPlan plan)
{
    private readonly List<(ContractCase Delete, ResourceIds Ids)> _created = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly List<string> _undeletable = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Notes what a response says was created.</summary>
    /// <param name="ids">The ids of its parents.</param>
    public void Note(ContractCase testCase, ResourceIds ids, Answer answer)
    {
        var operation = testCase.Operation;
        if (!answer.IsSuccess)
        {
            return;
        }

        if (plan.CleanUps.TryGetValue(operation.Id, out var delete))
        {
            foreach (var id in IdExtractor.Ids(plan.Captures[operation.Id], answer))
            {
                _created.Add((delete, ids.With(operation.Id, id)));
            }
        }
        else if (operation.Method == "POST")
        {
            _uncaptured[operation] = _uncaptured.GetValueOrDefault(operation) + 1;
        }
    }

    /// <summary>Notes that something was deleted, so that it is not deleted again.</summary>
    public void Deleted(ContractCase delete, ResourceIds ids) => _deleted.Add(Targets.Of(delete, ids));

    /// <summary>What is left, each resource once; it counts as deleted from then on.</summary>
    public IReadOnlyList<(ContractCase Delete, ResourceIds Ids)> TakeLeft()
    {
        var left = _created.Where(created => _deleted.Add(Targets.Of(created.Delete, created.Ids))).ToList();
        _created.Clear();
        return left;
    }

    /// <summary>Notes how a deletion was answered.</summary>
    public void NoteDeletion(ContractCase delete, ResourceIds ids, Answer answer)
    {
        if (!answer.IsSuccess && answer.Code is not (404 or 410))
        {
            var why = answer.Fault == FaultKind.None ? $"responded with {answer.Code}" : answer.FaultText;
            _undeletable.Add($"{delete.Method} {Targets.Of(delete, ids)} {why}");
        }
    }

    /// <summary>What stays on the server, a sentence for each cause.</summary>
    public IEnumerable<string> Notices()
    {
        if (_undeletable.Count > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{_undeletable.Count} of the resources that the run created could not be deleted; the first: {_undeletable[0]}.");
        }

        foreach (var (operation, count) in _uncaptured)
        {
            var accepted = string.Create(
                CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "request was" : "requests were")} accepted");
            yield return $"The changes by {operation.Id} remain ({accepted}): the document has no operation that undoes them. "
                + $"Values that the run sent begin with {InventedData.Prefix}.";
        }
    }
}
