using SocialContract.Contract;
using SocialContract.Contract.Generation;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Planning.Resources;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Planning;

/// <summary>Derives the requests that tell whether a server keeps a document's rules.</summary>
public static class CasePlanner
{
    /// <summary>Plans on another thread, so that the caller can stop waiting.</summary>
    /// <exception cref="OperationCanceledException">Planning took longer.</exception>
    internal static Task<VerificationPlan> PlanAsync(
        ContractDescription api, PlanOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => PlanWithin(api, options, cancellationToken), cancellationToken).WaitAsync(cancellationToken);

    /// <summary>The plan. The same document and options give the same plan, byte for byte; nothing is sent.</summary>
    public static VerificationPlan Plan(ContractDescription api, PlanOptions options) =>
        PlanWithin(api, options, CancellationToken.None);

    private static VerificationPlan PlanWithin(ContractDescription api, PlanOptions options, CancellationToken cancellationToken)
    {
        var requests = new WrittenRequestValidator(api);
        var generator = new DataGenerator(api);
        var resources = new ResourceMap(api);
        var faults = new KitFaults();
        var tooLarge = PlannedSizes.TooLarge(api);
        var plans = PlanningRounds.Plan(
            api.Operations,
            (operation, budget) => Planned(
                (fault, isBare) => new OperationPlanner(
                    api, options, requests, generator, resources, operation, budget, fault, isBare || tooLarge.Contains(operation))
                    .Plan(cancellationToken),
                operation,
                faults,
                cancellationToken),
            cancellationToken);
        var steps = plans.ToDictionary(pair => pair.Key, pair => pair.Value.Steps);
        cancellationToken.ThrowIfCancellationRequested();
        var sequences = faults.Guard<IReadOnlyList<Sequence>>(
            "planning sequences", () => new SequencePlanner(api, resources, steps).All(), _ => []);
        var lists = faults.Guard("planning lists", () => ListsOf(api, steps), _ => []);
        faults.Guard("planning checks of refused requests", () => AddUnseen(plans, sequences));
        faults.Guard("planning deletions", () => AddUnreached(resources, plans, sequences));

        return PlanSelection.Of(new VerificationPlan
        {
            Api = api,
            Options = options,
            Operations = OperationRequests.ById(
                api.Operations.Select(operation => RequestsOf(plans[operation], resources, lists, steps, faults))),
            Fixtures = InOrder([.. plans.Values.Select(plan => plan.Fixture).OfType<ContractCase>()]),
            Sequences = sequences,
            Faults = faults.All,
            Shortfall = PlanShortfall.Of(plans.Values),
        });
    }

    /// <summary>
    /// If planning an operation fails, its checks are not exercised, with the fault as the reason; if even that fails, its rules are left
    /// out.
    /// </summary>
    /// <param name="plan">Takes the reason if requests must not be planned, else null; and whether the rules are left out.</param>
    private static OperationPlan Planned(
        Func<string?, bool, OperationPlan> plan, Operation operation, KitFaults faults, CancellationToken cancellationToken)
    {
        try
        {
            return plan(null, false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            var reason = faults.Add($"planning {operation.Id}", fault);
            try
            {
                return plan(reason, false);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                return plan(reason, true);
            }
        }
    }

    /// <summary>
    /// Sorts the requests so that parents are created before their children. A request that needs a resource which no request creates is
    /// left out.
    /// </summary>
    private static List<ContractCase> InOrder(List<ContractCase> fixtures)
    {
        var ordered = new List<ContractCase>();
        var missing = fixtures.Select(fixture => fixture.Needs.Distinct().Count()).ToArray();
        var children = fixtures.Index().SelectMany(entry => entry.Item.Needs.Distinct().Select(creator => (creator, entry.Index)))
            .ToLookup(pair => pair.creator, pair => pair.Index, StringComparer.Ordinal);
        var ready = new PriorityQueue<int, int>(fixtures.Index().Where(entry => missing[entry.Index] == 0)
            .Select(entry => (entry.Index, entry.Index)));
        while (ready.TryDequeue(out var next, out _))
        {
            ordered.Add(fixtures[next]);
            foreach (var child in children[fixtures[next].Operation.Id].Where(child => --missing[child] == 0))
            {
                ready.Enqueue(child, child);
            }
        }

        return ordered;
    }

    private static OperationRequests RequestsOf(
        OperationPlan plan,
        ResourceMap resources,
        Dictionary<Operation, ContractCase> lists,
        Dictionary<Operation, StepPlanner> steps,
        KitFaults faults)
    {
        var capture = resources.ByCreator.GetValueOrDefault(plan.Operation.Id);
        return new OperationRequests
        {
            Operation = plan.Operation,
            Checks = [.. plan.Checks.All],
            Plain = plan.Plain,
            Cases = plan.Cases,
            States = plan.States,
            Reflections = plan.Reflections,
            Capture = capture,
            List = lists.GetValueOrDefault(plan.Operation),
            CleanUp = capture?.Deleter is { } deleter
                ? faults.Guard(
                    $"planning the clean-up of {plan.Operation.Id}",
                    () => steps[deleter].Step($"{deleter.Id}/clean-up", "deletes what the run created"),
                    _ => null)
                : null,
            ForRoles = plan.Plain is { Role: null } && plan.Operation.Security is { Count: > 0 } security
                && security.All(requirement => requirement.Schemes.Count > 0)
                ? steps[plan.Operation].Step($"{plan.Operation.Id}/role", "a plain request")
                : null,
            Confirm = capture is not null && resources.On(capture, "GET") is { } read
                ? steps[read].Step($"{read.Id}/confirm", "makes certain that the run created the resource")
                : null,
        };
    }

    /// <summary>Gives the reason for operations without requests because no request creates what they delete.</summary>
    private static void AddUnreached(ResourceMap resources, Dictionary<Operation, OperationPlan> plans, IReadOnlyList<Sequence> sequences)
    {
        var deletions = sequences.SelectMany(sequence => sequence.Steps).Where(step => step.Kind == StepKind.Delete);
        var reached = deletions.Select(step => step.Case.Operation).ToHashSet();
        foreach (var capture in resources.ByCreator.Values)
        {
            if (capture.Deleter is { } deleter && !reached.Contains(deleter))
            {
                plans[deleter].LeaveUnexercised(
                    $"it needs the id of a resource that {capture.Creator.Id} creates, for which no request was found");
            }
        }
    }

    /// <summary>
    /// Adds the check that refused requests change nothing to each operation that needs it, with the reason why it is not exercised.
    /// Operations whose effect can be read have the check already.
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
    private static Dictionary<Operation, ContractCase> ListsOf(ContractDescription api, Dictionary<Operation, StepPlanner> steps)
    {
        var lists = new Dictionary<Operation, ContractCase>();
        var reading = api.Operations.Where(operation => operation.Method == "GET")
            .ToLookup(operation => operation.Path, StringComparer.Ordinal);
        foreach (var creator in api.Operations.Where(operation => operation.Method == "POST" && operation.RequestBody is not null))
        {
            if (reading[creator.Path].FirstOrDefault() is { } list
                && steps[list].PlainPath == steps[creator].PlainPath
                && steps[list].Step($"{list.Id}/sequence/list-after-refusals", "lists the resources after refused requests") is { } made)
            {
                steps[creator].Checks.Add(CheckIds.Refused, "a refused request creates nothing");
                lists.Add(creator, made);
            }
        }

        return lists;
    }
}
