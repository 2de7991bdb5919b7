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
        if (update.Accepted($"{update.Operation.Id}/sequence/update", "changes the resource", []) is { } changing
            && Read("read-updated", "reads the updated resource") is { } updated)
        {
            var check = update.Checks.Add(CheckIds.Update, $"{read.Operation.Id} shows what an update changed");
            yield return new(StepKind.Update, changing, null);
            yield return new(StepKind.ReadUpdated, updated, check);
        }

        var refused = update.RefusedUpdates().ToList();
        if (refused.Count > 0 && Read("read-unchanged", "reads the resource after the refused updates") is { } unchanged)
        {
            var check = update.Checks.Add(CheckIds.Refused, $"a refused update does not change what {read.Operation.Id} shows");
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
