using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Resources;

/// <summary>Plans the lifecycle of a resource for which the document describes creation, and reading or deletion.</summary>
internal sealed class LifecyclePlanner(ResourceMap resources, IReadOnlyDictionary<Operation, StepPlanner> planners)
{
    public Sequence? Of(IdCapture capture)
    {
        var read = resources.On(capture, "GET");
        var creator = planners[capture.Creator];
        if ((read is null && capture.Deleter is null)
            || creator.Step($"{capture.Creator.Id}/sequence/create", "creates a resource for the next requests") is not { } create)
        {
            return null;
        }

        var steps = new List<SequenceStep> { new(StepKind.Create, create, null) };
        if (read is not null)
        {
            var check = creator.Checks.Add(CheckIds.ReadBack, $"{read.Id} finds what was created");
            Add(steps, StepKind.Read, read, "read", "reads the created resource", check);
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
    /// A child whose parent is deleted: a document does not say that the child is deleted too, though its path says that it belongs to the
    /// parent. Null where the document lacks an operation for it.
    /// </summary>
    public Sequence? OfChild(IdCapture capture)
    {
        if (resources.NeedsOf(capture.Creator) is not [.., var belongsTo]
            || resources.ByCreator[belongsTo.Creator] is not { Deleter: { } deleter } parent
            || resources.On(capture, "GET") is not { } read)
        {
            return null;
        }

        var name = $"sequence/with-{capture.Creator.Id}";
        if (Step(parent.Creator, "creates the parent that is deleted together with its children") is not { } createParent
            || Step(capture.Creator, "creates a child of that parent") is not { } create
            || Step(deleter, "deletes the parent") is not { } delete
            || Step(read, "reads the child of the deleted parent") is not { } readChild)
        {
            return null;
        }

        var check = planners[deleter].Checks.Add(
            CheckIds.Children, RuleSource.Assumed, "the children of a deleted resource are gone too", deleter.Node);
        SequenceStep[] steps =
        [
            new(StepKind.Create, createParent, null),
            new(StepKind.Create, create, null),
            new(StepKind.DeleteParent, delete, null),
            new(StepKind.ReadChild, readChild, check),
        ];
        return new Sequence($"{capture.Creator.Id}/deleted-parent", steps);

        ContractCase? Step(Operation operation, string title) => planners[operation].Step($"{operation.Id}/{name}", title);
    }

    private void AddLocation(List<SequenceStep> steps, Operation creator, Operation read)
    {
        var headers = creator.Responses.SelectMany(response => response.Headers);
        if (creator.Responses.Any(response => response.Key.Code == 201)
            || headers.Any(header => header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase)))
        {
            var check = planners[creator].Checks.Add(CheckIds.Location, "a Location header leads to the created resource");
            Add(steps, StepKind.FollowLocation, read, "location", "follows the Location header", check);
        }
    }

    private void AddDeletion(List<SequenceStep> steps, Operation deleter, Operation? read)
    {
        var planner = planners[deleter];
        steps.AddRange(planner.RefusedDeletions());
        if (planner.Accepted($"{deleter.Id}/plain", "deletes the created resource", planner.PlainChecks()) is not { } delete)
        {
            return;
        }

        steps.Add(new(StepKind.Delete, delete, null));
        var missing = deleter.Responses.FirstOrDefault(RefusalStatuses.IsMissing);
        if (read is null && missing is null)
        {
            return;
        }

        var source = read is null ? missing!.Source : deleter.Source;
        var gone = planner.Checks.Add(CheckIds.Delete, source, "a deleted resource is gone", deleter.Node);
        if (read is not null)
        {
            Add(steps, StepKind.ReadDeleted, read, "read-deleted", "reads the deleted resource", gone);
        }

        if (planner.Step($"{deleter.Id}/sequence/delete-again", "deletes the resource again") is { } again)
        {
            steps.Add(new(StepKind.DeleteAgain, again, missing is null ? null : gone));
        }
    }

    private void Add(List<SequenceStep> steps, StepKind kind, Operation operation, string name, string title, CheckKey check)
    {
        if (planners[operation].Step($"{operation.Id}/sequence/{name}", title) is { } made)
        {
            steps.Add(new(kind, made, check));
        }
    }
}
