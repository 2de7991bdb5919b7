using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Records the resources that the server created for the run: those to delete, those deleted, and those that remain.</summary>
internal sealed class CreatedResources(VerificationPlan plan)
{
    private readonly List<(ContractCase Delete, ResourceIds Ids)> _created = [];
    private readonly HashSet<string> _deleted = new(StringComparer.Ordinal);
    private readonly List<string> _undeletable = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Records the resources that a response says were created.</summary>
    /// <param name="ids">The ids of its parents.</param>
    public void Note(ContractCase testCase, ResourceIds ids, SendResult result)
    {
        var operation = testCase.Operation;
        if (!result.IsSuccess)
        {
            return;
        }

        if (plan.Operations[operation.Id] is { CleanUp: { } delete, Capture: { } capture })
        {
            foreach (var id in IdExtractor.Ids(capture, result))
            {
                _created.Add((delete, ids.With(operation.Id, id)));
            }
        }
        else if (operation.Method == "POST")
        {
            _uncaptured[operation] = _uncaptured.GetValueOrDefault(operation) + 1;
        }
    }

    /// <summary>Records that a resource was deleted, so that it is not deleted again.</summary>
    public void Deleted(ContractCase delete, ResourceIds ids) => _deleted.Add(Targets.Of(delete, ids));

    /// <summary>The resources that are not deleted yet, each once. From then on they count as deleted.</summary>
    public IReadOnlyList<(ContractCase Delete, ResourceIds Ids)> TakeLeft()
    {
        var left = _created.Where(created => _deleted.Add(Targets.Of(created.Delete, created.Ids))).ToList();
        _created.Clear();
        return left;
    }

    /// <summary>Records a deletion that the server refused, for the notices.</summary>
    public void NoteDeletion(ContractCase delete, ResourceIds ids, SendResult result)
    {
        if (!result.IsSuccess && !result.IsMissing)
        {
            var why = result.Fault == FaultKind.None ? $"responded with {result.Code}" : result.FaultText;
            _undeletable.Add($"{delete.Method} {Targets.Of(delete, ids)} {why}");
        }
    }

    /// <summary>The resources and changes that remain on the server, a sentence for each cause.</summary>
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
