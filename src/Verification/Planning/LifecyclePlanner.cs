using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Plans the life of one thing that the document lets create, and read or delete.</summary>
internal sealed class LifecyclePlanner(ResourceMap resources, IReadOnlyDictionary<Operation, OperationPlanner> planners)
{
    public Sequence? Of(IdSource capture)
    {
        var read = resources.On(capture, "GET");
        var creator = planners[capture.Creator];
        if ((read is null && capture.Deleter is null)
            || creator.Step($"{capture.Creator.Id}/sequence/create", "creates what the next requests are about") is not { } create)
        {
            return null;
        }

        var steps = new List<SequenceStep> { new(StepKind.Create, create, null) };
        if (read is not null)
        {
            var row = creator.AddCheck(CheckIds.ReadBack, $"what was created is found by {read.Id}");
            Add(steps, StepKind.Read, read, "read", "reads what was created", row);
            AddLocation(steps, capture.Creator, read);
            foreach (var update in ((string[])["PUT", "PATCH"]).Select(method => resources.On(capture, method)).OfType<Operation>())
            {
                steps.AddRange(new UpdatePlanner(planners[update], planners[read]).Steps());
            }
        }

        if (capture.Deleter is { } deleter)
        {
            AddDeletion(steps, deleter, read);
        }

        return new Sequence($"{capture.Creator.Id}/sequence", steps);
    }

    /// <summary>
    /// A thing beneath another one, which is deleted: a document does not say that the first is gone with it, though its path says that it
    /// is beneath. Null where the operations for it are not there.
    /// </summary>
    public Sequence? OfOrphan(IdSource capture)
    {
        if (resources.NeedsOf(capture.Creator) is not [.., var above]
            || resources.ByCreator[above.Creator] is not { Deleter: { } deleter } parent
            || resources.On(capture, "GET") is not { } read)
        {
            return null;
        }

        var name = $"sequence/with-{capture.Creator.Id}";
        if (Step(parent.Creator, "creates what is deleted with what is beneath it") is not { } createParent
            || Step(capture.Creator, "creates what is beneath it") is not { } create
            || Step(deleter, "deletes what it is beneath") is not { } delete
            || Step(read, "reads what was beneath it") is not { } orphan)
        {
            return null;
        }

        var row = planners[deleter].AddCheck(
            CheckIds.Beneath, RuleSource.Assumed, "what is beneath what was deleted is gone with it", deleter.Node);
        SequenceStep[] steps =
        [
            new(StepKind.Create, createParent, null),
            new(StepKind.Create, create, null),
            new(StepKind.DeleteParent, delete, null),
            new(StepKind.ReadOrphan, orphan, row),
        ];
        return new Sequence($"{capture.Creator.Id}/orphan", steps);

        ContractCase? Step(Operation operation, string title) => planners[operation].Step($"{operation.Id}/{name}", title);
    }

    private void AddLocation(List<SequenceStep> steps, Operation creator, Operation read)
    {
        var headers = creator.Responses.SelectMany(response => response.Headers);
        if (creator.Responses.Any(response => response.Status == "201")
            || headers.Any(header => header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase)))
        {
            var row = planners[creator].AddCheck(CheckIds.Location, "a Location header leads to what was created");
            Add(steps, StepKind.FollowLocation, read, "location", "follows the Location header", row);
        }
    }

    private void AddDeletion(List<SequenceStep> steps, Operation deleter, Operation? read)
    {
        var planner = planners[deleter];
        steps.AddRange(planner.RefusedDeletions());
        if (planner.Step($"{deleter.Id}/plain", "deletes what was created", CaseExpectation.Accepted, planner.PlainRows()) is not { } delete)
        {
            return;
        }

        steps.Add(new(StepKind.Delete, delete, null));
        var missing = deleter.Responses.FirstOrDefault(response => response.Status is "404" or "410");
        if (read is null && missing is null)
        {
            return;
        }

        var gone = planner.AddCheck(CheckIds.Delete, read is null ? missing!.Source : deleter.Source, "what was deleted is gone", deleter.Node);
        if (read is not null)
        {
            Add(steps, StepKind.ReadDeleted, read, "read-deleted", "reads what was deleted", gone);
        }

        if (planner.Step($"{deleter.Id}/sequence/delete-again", "deletes it again") is { } again)
        {
            steps.Add(new(StepKind.DeleteAgain, again, missing is null ? null : gone));
        }
    }

    private void Add(List<SequenceStep> steps, StepKind kind, Operation operation, string name, string title, CheckKey row)
    {
        if (planners[operation].Step($"{operation.Id}/sequence/{name}", title) is { } made)
        {
            steps.Add(new(kind, made, row));
        }
    }
}
