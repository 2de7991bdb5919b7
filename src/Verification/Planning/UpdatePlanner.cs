using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Plans an update of a thing that can be read: what was changed is read back, and what a refused update would have changed is not.
/// </summary>
internal sealed class UpdatePlanner(OperationPlanner update, OperationPlanner read)
{
    /// <summary>Steps that follow a reading of the thing.</summary>
    public IEnumerable<SequenceStep> Steps()
    {
        if (update.Step($"{update.Operation.Id}/sequence/update", "changes it", CaseExpectation.Accepted, []) is { } changing
            && Read("read-updated", "reads what was changed") is { } updated)
        {
            var row = update.AddCheck(CheckIds.Update, $"what was changed is read back by {read.Operation.Id}");
            yield return new(StepKind.Update, changing, null);
            yield return new(StepKind.ReadUpdated, updated, row);
        }

        var refused = update.RefusedUpdates().ToList();
        if (refused.Count > 0 && Read("read-unchanged", "reads what must not have been changed") is { } unchanged)
        {
            var row = update.AddCheck(CheckIds.Refused, $"what a refused update sent is not read back by {read.Operation.Id}");
            foreach (var one in refused)
            {
                yield return new(StepKind.RefusedUpdate, one, row);
            }

            yield return new(StepKind.ReadUnchanged, unchanged, row);
        }
    }

    private ContractCase? Read(string name, string title) =>
        read.Step($"{read.Operation.Id}/sequence/{name}{(update.Operation.Method == "PUT" ? "" : "-by-patch")}", title);
}
