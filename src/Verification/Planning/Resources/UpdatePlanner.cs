using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Resources;

/// <summary>
/// Plans an update of a resource that can be read: what was changed is read back, and what a refused update would have changed is not.
/// </summary>
internal sealed class UpdatePlanner(StepPlanner update, StepPlanner read)
{
    /// <summary>Steps that follow a reading of the resource.</summary>
    public IEnumerable<SequenceStep> Steps()
    {
        if (update.Accepted($"{update.Operation.Id}/sequence/update", "changes it", []) is { } changing
            && Read("read-updated", "reads what was changed") is { } updated)
        {
            var check = update.Checks.Add(CheckIds.Update, $"what was changed is read back by {read.Operation.Id}");
            yield return new(StepKind.Update, changing, null);
            yield return new(StepKind.ReadUpdated, updated, check);
        }

        var refused = update.RefusedUpdates().ToList();
        if (refused.Count > 0 && Read("read-unchanged", "reads what must not have been changed") is { } unchanged)
        {
            var check = update.Checks.Add(CheckIds.Refused, $"what a refused update sent is not read back by {read.Operation.Id}");
            foreach (var testCase in refused)
            {
                yield return new(StepKind.RefusedUpdate, testCase, check);
            }

            yield return new(StepKind.ReadUnchanged, unchanged, check);
        }
    }

    private ContractCase? Read(string name, string title) =>
        read.Step($"{read.Operation.Id}/sequence/{name}{(update.Operation.Method == "PUT" ? "" : "-by-patch")}", title);
}
