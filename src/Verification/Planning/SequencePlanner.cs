using SocialApi.Contract.Model;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <summary>Plans the life of one thing that the document lets create, and read or delete.</summary>
internal sealed class SequencePlanner(ContractDescription api, IReadOnlyDictionary<Operation, OperationPlanner> planners)
{
    public Sequence? Of(Capture capture)
    {
        var item = capture.Deleter?.Path ?? $"{capture.Creator.Path.TrimEnd('/')}/{{{capture.Parameter}}}";
        var read = api.Operations.FirstOrDefault(operation => operation.Method == "GET" && operation.Path == item);
        var update = api.Operations.FirstOrDefault(operation => operation.Method == "PUT" && operation.Path == item)
            ?? api.Operations.FirstOrDefault(operation => operation.Method == "PATCH" && operation.Path == item);
        if (read is null && capture.Deleter is null)
        {
            return null;
        }

        var steps = new List<SequenceStep>();
        if (planners[capture.Creator].Step($"{capture.Creator.Id}/sequence/create", "creates what the next requests are about", CaseExpectation.Any, []) is not { } create)
        {
            return null;
        }

        steps.Add(new(StepKind.Create, create, null));
        if (read is not null)
        {
            var row = planners[capture.Creator].AddCheck(CheckIds.ReadBack, capture.Creator.Source, $"what was created is found by {read.Id}", capture.Creator.Node);
            Add(StepKind.Read, read, "read", "reads what was created", row);
            AddLocation(read);
            AddUpdate(update, read);
        }

        if (capture.Deleter is { } deleter)
        {
            AddDeletion(deleter, read);
        }

        return new Sequence($"{capture.Creator.Id}/sequence", capture, steps);

        void AddLocation(Operation reading)
        {
            if (capture.Creator.Responses.Any(response => response.Status == "201" || response.Headers.Any(header => header.Name.Equals("Location", StringComparison.OrdinalIgnoreCase))))
            {
                var row = planners[capture.Creator].AddCheck(CheckIds.Location, capture.Creator.Source, "a Location header leads to what was created", capture.Creator.Node);
                Add(StepKind.FollowLocation, reading, "location", "follows the Location header", row);
            }
        }

        void AddUpdate(Operation? updating, Operation reading)
        {
            if (updating is not null && planners[updating].Step($"{updating.Id}/sequence/update", "changes what was created", CaseExpectation.Accepted, []) is { } changing)
            {
                var row = planners[updating].AddCheck(CheckIds.Update, updating.Source, $"what was changed is read back by {reading.Id}", updating.Node);
                steps.Add(new(StepKind.Update, changing, null));
                Add(StepKind.ReadUpdated, reading, "read-updated", "reads what was changed", row);
            }
        }

        void AddDeletion(Operation deleting, Operation? reading)
        {
            var planner = planners[deleting];
            if (planner.SecurityRow is { } security)
            {
                var undone = planner.AddCheck(CheckIds.Refused, deleting.Source, "a deletion that is refused is not done", deleting.Node);
                foreach (var (form, title) in planner.SecurityForms())
                {
                    if (planner.Step(planner.SecurityCaseId(form), title, CaseExpectation.Refused, [security], form) is { } refused)
                    {
                        steps.Add(new(StepKind.RefusedDelete, refused, undone));
                    }
                }
            }

            if (planner.Step($"{deleting.Id}/plain", "deletes what was created", CaseExpectation.Accepted, planner.PlainRows()) is not { } delete)
            {
                return;
            }

            steps.Add(new(StepKind.Delete, delete, null));
            var missing = deleting.Responses.FirstOrDefault(response => response.Status is "404" or "410");
            if (reading is null && missing is null)
            {
                return;
            }

            var gone = planner.AddCheck(CheckIds.Delete, reading is null ? missing!.Source : deleting.Source, "what was deleted is gone", deleting.Node);
            if (reading is not null)
            {
                Add(StepKind.ReadDeleted, reading, "read-deleted", "reads what was deleted", gone);
            }

            if (planner.Step($"{deleting.Id}/sequence/delete-again", "deletes it again", CaseExpectation.Any, []) is { } again)
            {
                steps.Add(new(StepKind.DeleteAgain, again, missing is null ? null : gone));
            }
        }

        void Add(StepKind kind, Operation operation, string name, string title, RowKey row)
        {
            if (planners[operation].Step($"{operation.Id}/sequence/{name}", title, CaseExpectation.Any, []) is { } made)
            {
                steps.Add(new(kind, made, row));
            }
        }
    }
}
