using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Model;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Planning.Resources;

namespace SocialContract.Verification.Planning;

/// <summary>Derives the requests that tell whether a server keeps a document's rules.</summary>
public static class CasePlanner
{
    /// <summary>The plan. The same document and options give the same plan, byte for byte; nothing is sent.</summary>
    public static VerificationPlan Plan(ContractDescription api, PlanOptions options)
    {
        var check = new RequestCheck(api);
        var generator = new DataGenerator(api);
        var resources = new ResourceMap(api);
        var plans = Planned(api, operation => new OperationPlanner(api, options, check, generator, resources, operation).Plan());
        var steps = plans.ToDictionary(pair => pair.Key, pair => pair.Value.Steps);
        var sequences = new SequencePlanner(api, resources, steps).All();
        var lists = ListsOf(api, steps);
        AddUnseen(plans, sequences);
        AddUnreached(resources, plans, sequences);

        return PlanSelection.Of(new VerificationPlan
        {
            Api = api,
            Options = options,
            Checks = [.. api.Operations.SelectMany(operation => plans[operation].Checks.All)],
            Cases = [.. api.Operations.SelectMany(operation => plans[operation].Cases)],
            Plain = plans.Where(pair => pair.Value.Plain is not null).ToDictionary(pair => pair.Key.Id, pair => pair.Value.Plain!),
            Fixtures = InOrder([.. plans.Values.Select(plan => plan.Fixture).OfType<ContractCase>()]),
            Sequences = sequences,
            States = [.. api.Operations.SelectMany(operation => plans[operation].States)],
            Reflections = [.. api.Operations.SelectMany(operation => plans[operation].Reflections)],
            Captures = resources.ByCreator,
            Lists = lists,
            CleanUps = CleanUpsOf(resources, steps),
        });
    }

    /// <summary>Plans the operations in parallel.</summary>
    private static Dictionary<Operation, OperationPlan> Planned(ContractDescription api, Func<Operation, OperationPlan> plan) =>
        api.Operations.AsParallel().AsOrdered().Select(plan).ToDictionary(made => made.Operation);

    /// <summary>Parents before their children; what needs something that no request creates is left out.</summary>
    private static List<ContractCase> InOrder(List<ContractCase> fixtures)
    {
        var ordered = new List<ContractCase>();
        while (fixtures.Find(fixture => fixture.Needs.All(creator => ordered.Exists(other => other.Operation.Id == creator))) is { } next)
        {
            ordered.Add(next);
            fixtures.Remove(next);
        }

        return ordered;
    }

    private static Dictionary<string, ContractCase> CleanUpsOf(ResourceMap resources, Dictionary<Operation, StepPlanner> steps)
    {
        var cleanUps = new Dictionary<string, ContractCase>(StringComparer.Ordinal);
        foreach (var capture in resources.ByCreator.Values)
        {
            if (capture.Deleter is { } deleter && steps[deleter].Step($"{deleter.Id}/clean-up", "deletes what the run created") is { } made)
            {
                cleanUps.Add(capture.Creator.Id, made);
            }
        }

        return cleanUps;
    }

    /// <summary>Says why no request is sent to an operation that deletes what no request creates.</summary>
    private static void AddUnreached(ResourceMap resources, Dictionary<Operation, OperationPlan> plans, IReadOnlyList<Sequence> sequences)
    {
        var deletions = sequences.SelectMany(sequence => sequence.Steps).Where(step => step.Kind == StepKind.Delete);
        var reached = deletions.Select(step => step.Case.Operation).ToHashSet();
        foreach (var capture in resources.ByCreator.Values)
        {
            if (capture.Deleter is { } deleter && !reached.Contains(deleter))
            {
                plans[deleter].LeaveUnexercised(
                    $"it needs the id of something that {capture.Creator.Id} creates, for which no request was found");
            }
        }
    }

    /// <summary>
    /// Says of each operation that changes something and must refuse requests why it is not seen whether it does what it refuses.
    /// </summary>
    private static void AddUnseen(Dictionary<Operation, OperationPlan> plans, IReadOnlyList<Sequence> sequences)
    {
        var cases = plans.Values.SelectMany(plan => plan.Cases)
            .Concat(sequences.SelectMany(sequence => sequence.Steps).Select(step => step.Case));
        var refusing = cases.Where(testCase => testCase.Expectation == CaseExpectation.Refused)
            .Select(testCase => testCase.Operation).Distinct();
        foreach (var operation in refusing.Where(operation => operation.Method is "POST" or "PUT" or "PATCH" or "DELETE").ToList())
        {
            plans[operation].Checks.Add(
                CheckIds.Refused, "a refused request changes nothing", $"the document has no operation that shows what {operation.Id} did");
        }
    }

    /// <summary>A POST and a GET on the same path: the second lists what the first creates.</summary>
    private static Dictionary<string, ContractCase> ListsOf(ContractDescription api, Dictionary<Operation, StepPlanner> steps)
    {
        var lists = new Dictionary<string, ContractCase>(StringComparer.Ordinal);
        foreach (var creator in api.Operations.Where(operation => operation.Method == "POST" && operation.RequestBody is not null))
        {
            if (api.Operations.FirstOrDefault(other => other.Method == "GET" && other.Path == creator.Path) is { } list
                && steps[list].PlainPath == steps[creator].PlainPath
                && steps[list].Step($"{list.Id}/sequence/list-after-refusals", "lists the resources after refused requests") is { } made)
            {
                steps[creator].Checks.Add(CheckIds.Refused, "a refused request creates nothing");
                lists.Add(creator.Id, made);
            }
        }

        return lists;
    }
}
