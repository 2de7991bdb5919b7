using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Resources;

/// <summary>Plans the checks that need several requests in order.</summary>
internal sealed class SequencePlanner(ContractDescription api, ResourceMap resources, IReadOnlyDictionary<Operation, StepPlanner> steps)
{
    private readonly ILookup<string, Operation> _reading = api.Operations.Where(operation => operation.Method == "GET")
        .ToLookup(operation => operation.Path, StringComparer.Ordinal);

    /// <summary>
    /// The lifecycles of resources that the document lets create, then deletions of parents with children, then updates of
    /// resources that exist already.
    /// </summary>
    public IReadOnlyList<Sequence> All()
    {
        var life = new LifecyclePlanner(resources, steps);
        List<IdCapture> captures =
            [.. resources.ByCreator.Values.OrderBy(capture => capture.Item.Length).ThenBy(capture => capture.Item, StringComparer.Ordinal)];
        var lives = captures.Select(life.Of).Concat(captures.Select(life.OfChild));
        return [.. lives.Concat(api.Operations.Select(OfUpdate)).OfType<Sequence>()];
    }

    /// <summary>A PUT or PATCH and a GET on a path that no operation of the document creates, e.g. settings.</summary>
    private Sequence? OfUpdate(Operation update)
    {
        if (update.Method is not ("PUT" or "PATCH")
            || _reading[update.Path].FirstOrDefault() is not { } read
            || (resources.NeedsOf(update) is [.., var last] && resources.On(resources.ByCreator[last.Creator], update.Method) == update)
            || steps[read].Step($"{read.Id}/sequence/read-before-{update.Id}", "reads the resource before the update") is not { } before
            || steps[update].PlainPath != steps[read].PlainPath)
        {
            return null;
        }

        var following = new UpdatePlanner(steps[update], steps[read]).Steps().ToList();
        return following.Count == 0 ? null : new Sequence($"{update.Id}/sequence", [new(StepKind.ReadBefore, before, null), .. following]);
    }
}
