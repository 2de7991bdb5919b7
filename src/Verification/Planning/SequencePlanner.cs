using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Plans what is seen only by several requests in order.</summary>
internal sealed class SequencePlanner(ContractDescription api, ResourceMap resources, IReadOnlyDictionary<Operation, OperationPlanner> planners)
{
    /// <summary>
    /// The lives of things that the document lets create, then what becomes of those beneath others, then updates of things that are there
    /// already.
    /// </summary>
    public IReadOnlyList<Sequence> All()
    {
        var life = new LifecyclePlanner(resources, planners);
        List<IdSource> captures =
            [.. resources.ByCreator.Values.OrderBy(capture => capture.Item.Length).ThenBy(capture => capture.Item, StringComparer.Ordinal)];
        return [.. captures.Select(life.Of).Concat(captures.Select(life.OfOrphan)).Concat(api.Operations.Select(OfUpdate)).OfType<Sequence>()];
    }

    /// <summary>A PUT or PATCH and a GET on one path that nothing in the document creates, e.g. settings.</summary>
    private Sequence? OfUpdate(Operation update)
    {
        if (update.Method is not ("PUT" or "PATCH")
            || api.Operations.FirstOrDefault(other => other.Method == "GET" && other.Path == update.Path) is not { } read
            || (resources.NeedsOf(update) is [.., var last] && resources.On(resources.ByCreator[last.Creator], update.Method) == update)
            || planners[read].Step($"{read.Id}/sequence/read-before-{update.Id}", "reads what is changed next") is not { } before
            || planners[update].PlainPath != planners[read].PlainPath)
        {
            return null;
        }

        var steps = new UpdatePlanner(planners[update], planners[read]).Steps().ToList();
        return steps.Count == 0 ? null : new Sequence($"{update.Id}/sequence", [new(StepKind.ReadBefore, before, null), .. steps]);
    }
}
