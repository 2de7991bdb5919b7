using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Running;

/// <summary>Records the resources that the server created for the run: those to delete, those deleted, and those that remain.</summary>
/// <param name="url">The base URL.</param>
internal sealed class CreatedResources(VerificationPlan plan, Uri url)
{
    /// <summary>The maximum number of resources that a notice lists.</summary>
    private const int ListLimit = 20;

    private const string SeveralTimes = "several requests got the same id, so the resource may be older than the run";

    private readonly Dictionary<string, CreatedResource> _created = new(StringComparer.Ordinal);
    private readonly List<string> _undeletable = [];
    private readonly Dictionary<Operation, int> _uncaptured = [];

    /// <summary>Records the resources that a response says were created.</summary>
    /// <param name="ids">The ids of its parents.</param>
    /// <returns>Them, in the order of the response.</returns>
    public IReadOnlyList<CreatedResource> Note(ContractCase testCase, ResourceIds ids, SendResult result)
    {
        var operation = testCase.Operation;
        if (!result.IsSuccess || operation.Method != "POST")
        {
            return [];
        }

        var found = plan.Operations[operation.Id].Capture is { } capture ? IdExtractor.Of(capture, testCase, result, url) : [];
        if (found.Count == 0 && plan.Operations[operation.Id].Capture?.Pattern?.Contains('*', StringComparison.Ordinal) != true)
        {
            _uncaptured[operation] = _uncaptured.GetValueOrDefault(operation) + 1;
        }

        return [.. found.Select(id => Add(testCase, ids, id))];
    }

    /// <summary>The resources that the response to an earlier request says were created.</summary>
    public IReadOnlyList<CreatedResource> Of(ContractCase testCase, ResourceIds ids, SendResult result) =>
        plan.Operations[testCase.Operation.Id].Capture is { } capture
            ? [.. IdExtractor.Of(capture, testCase, result, url)
                .Select(id => _created.GetValueOrDefault(KeyOf(testCase, ids, id.Id)))
                .OfType<CreatedResource>()]
            : [];

    /// <summary>Records that a resource was deleted, so that it is not deleted again.</summary>
    public void Deleted(ContractCase delete, ResourceIds ids)
    {
        foreach (var resource in _created.Values.Where(resource => DeleteOf(resource) is { } own
            && Targets.Of(own, resource.Ids) == Targets.Of(delete, ids)))
        {
            resource.IsGone = true;
        }
    }

    /// <summary>Those that are still there and can be deleted, with the requests that delete them.</summary>
    public IReadOnlyList<(ContractCase Delete, CreatedResource Resource)> Deletable() =>
    [
        .. from resource in _created.Values
           where !resource.IsGone
           let delete = DeleteOf(resource)
           where delete is not null
           select (delete, resource),
    ];

    /// <summary>Records a deletion, and for the notices one that the server refused.</summary>
    public void NoteDeletion(ContractCase delete, CreatedResource resource, SendResult result)
    {
        resource.IsGone = true;
        if (!result.IsSuccess && !result.IsMissing)
        {
            var why = result.Fault == FaultKind.None ? $"responded with {result.Code}" : result.FaultText;
            _undeletable.Add($"{delete.Method} {Targets.Of(delete, resource.Ids)} {why}");
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

        foreach (var doubtful in Deletable().Where(left => left.Resource.Doubt is not null)
            .GroupBy(left => (left.Resource.Doubt, left.Resource.Creation.Operation.Id)))
        {
            var targets = doubtful.Select(left => Targets.Of(left.Delete, left.Resource.Ids)).ToList();
            var more = targets.Count > ListLimit ? $" and {targets.Count - ListLimit} more" : "";
            yield return $"Nothing was deleted or changed at {string.Join(", ", targets.Take(ListLimit))}{more}, which "
                + $"{Amount.Of(targets.Count, "request")} to {doubtful.Key.Id} may have created: {doubtful.Key.Doubt}.";
        }

        foreach (var (operation, count) in _uncaptured)
        {
            var accepted = string.Create(
                CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "request was" : "requests were")} accepted");
            yield return $"The changes by {operation.Id} remain ({accepted}): the document has no operation that undoes them, "
                + $"or the responses have no id for it. Values that the run sent begin with {InventedData.Prefix}.";
        }

        foreach (var kept in _created.Values.Where(resource => DeleteOf(resource) is null).GroupBy(resource => resource.Creation.Operation))
        {
            yield return $"The changes by {kept.Key.Id} remain ({Amount.Of(kept.Count(), "resource")}): "
                + $"the document has no operation that undoes them. Values that the run sent begin with {InventedData.Prefix}.";
        }
    }

    private CreatedResource Add(ContractCase testCase, ResourceIds ids, CreatedId id)
    {
        var key = KeyOf(testCase, ids, id.Id);
        var resource = new CreatedResource(testCase, ids.With(testCase.Operation.Id, id.Id), id.Id) { Doubt = id.Doubt };
        if (_created.TryGetValue(key, out var known) && !known.IsGone)
        {
            // A server may give an id again once the resource is deleted, but not before.
            known.Doubt = SeveralTimes;
            known.IsConfirmed = false;
            return known;
        }

        _created[key] = resource;
        return resource;
    }

    /// <summary>With the token of the role that created it, since it may belong to that one.</summary>
    private ContractCase? DeleteOf(CreatedResource resource) =>
        plan.Operations[resource.Creation.Operation.Id].CleanUp is { } delete && resource.Creation.Role is { } role
            ? delete.CalledBy(role)
            : plan.Operations[resource.Creation.Operation.Id].CleanUp;

    private static string KeyOf(ContractCase creation, ResourceIds ids, string id) =>
        $"{creation.Operation.Id} {Targets.Of(creation, ids).Split('?')[0]} {id}";
}
