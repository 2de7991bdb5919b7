using SocialContract.Contract;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Derives the requests that tell whether a server keeps a document's rules.</summary>
public static class CasePlanner
{
    /// <summary>The plan. The same document and options give the same plan, byte for byte; nothing is sent.</summary>
    public static VerificationPlan Plan(ContractDescription api, PlanOptions options)
    {
        var check = new RequestCheck(api);
        var source = new DraftSource(api, check);
        var resources = new ResourceMap(api);
        var planners = Planned(api, operation => new OperationPlanner(api, options, check, source, resources, operation));
        var plans = Planned(api, operation => planners[operation].Plan());
        var sequences = new SequencePlanner(api, resources, planners).All();
        var lists = ListsOf(api, planners);
        AddUnseen(plans, planners, sequences);
        AddUnreached(resources, planners, sequences);

        return PlanSelection.Of(new VerificationPlan
        {
            Api = api,
            Options = options,
            Rows = [.. api.Operations.SelectMany(operation => plans[operation].Rows)],
            Cases = [.. api.Operations.SelectMany(operation => plans[operation].Cases)],
            Plain = plans.Where(pair => pair.Value.Plain is not null).ToDictionary(pair => pair.Key.Id, pair => pair.Value.Plain!),
            Fixtures = InOrder([.. plans.Values.Select(plan => plan.Fixture).OfType<ContractCase>()]),
            Sequences = sequences,
            States = [.. api.Operations.SelectMany(operation => plans[operation].States)],
            Reflections = [.. api.Operations.SelectMany(operation => plans[operation].Reflections)],
            Captures = resources.ByCreator,
            Lists = lists,
            CleanUps = CleanUpsOf(resources, planners),
        });
    }

    /// <summary>Works on operations in parallel.</summary>
    private static Dictionary<Operation, T> Planned<T>(ContractDescription api, Func<Operation, T> make) =>
        api.Operations.AsParallel().AsOrdered().Select(operation => KeyValuePair.Create(operation, make(operation))).ToDictionary();

    /// <summary>Parents before what is beneath them; what needs something that no request creates is left out.</summary>
    private static List<ContractCase> InOrder(List<ContractCase> fixtures)
    {
        var ordered = new List<ContractCase>();
        while (fixtures.Find(one => one.Needs.All(creator => ordered.Exists(other => other.Operation.Id == creator))) is { } next)
        {
            ordered.Add(next);
            fixtures.Remove(next);
        }

        return ordered;
    }

    private static Dictionary<string, ContractCase> CleanUpsOf(ResourceMap resources, Dictionary<Operation, OperationPlanner> planners)
    {
        var cleanUps = new Dictionary<string, ContractCase>(StringComparer.Ordinal);
        foreach (var capture in resources.ByCreator.Values)
        {
            if (capture.Deleter is { } deleter && planners[deleter].Step($"{deleter.Id}/clean-up", "deletes what the run created") is { } made)
            {
                cleanUps.Add(capture.Creator.Id, made);
            }
        }

        return cleanUps;
    }

    /// <summary>Says why nobody asks operations that delete what nothing creates in the end.</summary>
    private static void AddUnreached(ResourceMap resources, Dictionary<Operation, OperationPlanner> planners, IReadOnlyList<Sequence> sequences)
    {
        var deletions = sequences.SelectMany(sequence => sequence.Steps).Where(step => step.Kind == StepKind.Delete);
        var reached = deletions.Select(step => step.Case.Operation).ToHashSet();
        foreach (var capture in resources.ByCreator.Values)
        {
            if (capture.Deleter is { } deleter && !reached.Contains(deleter))
            {
                planners[deleter].LeaveUnasked($"it needs the id of something that {capture.Creator.Id} creates, for which no request was found");
            }
        }
    }

    /// <summary>
    /// Says of each operation that changes something and must refuse requests why nobody looks whether it does what it refuses.
    /// </summary>
    private static void AddUnseen(
        Dictionary<Operation, OperationPlan> plans, Dictionary<Operation, OperationPlanner> planners, IReadOnlyList<Sequence> sequences)
    {
        var cases = plans.Values.SelectMany(plan => plan.Cases).Concat(sequences.SelectMany(sequence => sequence.Steps).Select(step => step.Case));
        var refusing = cases.Where(one => one.Expectation == CaseExpectation.Refused).Select(one => one.Operation).Distinct();
        foreach (var operation in refusing.Where(operation => operation.Method is "POST" or "PUT" or "PATCH" or "DELETE").ToList())
        {
            planners[operation].AddCheck(
                CheckIds.Refused, "what is refused is not done", $"the document has no operation that shows what {operation.Id} did");
        }
    }

    /// <summary>A POST and a GET on one path: the second lists what the first creates.</summary>
    private static Dictionary<string, ContractCase> ListsOf(ContractDescription api, Dictionary<Operation, OperationPlanner> planners)
    {
        var lists = new Dictionary<string, ContractCase>(StringComparer.Ordinal);
        foreach (var creator in api.Operations.Where(operation => operation.Method == "POST" && operation.RequestBody is not null))
        {
            if (api.Operations.FirstOrDefault(other => other.Method == "GET" && other.Path == creator.Path) is { } list
                && planners[list].PlainPath == planners[creator].PlainPath
                && planners[list].Step($"{list.Id}/sequence/list-after-refusals", "lists what is there after all refusals") is { } made)
            {
                planners[creator].AddCheck(CheckIds.Refused, "what is refused is not done");
                lists.Add(creator.Id, made);
            }
        }

        return lists;
    }
}
