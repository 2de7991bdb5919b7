using System.Text.RegularExpressions;
using SocialApi.Contract.Model;
using SocialApi.Verification.Cases;

namespace SocialApi.Verification.Planning;

/// <summary>Derives the requests that tell whether a server keeps a document's rules.</summary>
public static class CasePlanner
{
    /// <summary>The plan. The same document and options give the same plan, byte for byte; nothing is sent.</summary>
    public static VerificationPlan Plan(ContractDescription api, PlanOptions options)
    {
        var check = new RequestCheck(api);
        var source = new DraftSource(api, check);
        var resources = new ResourceMap(api);
        var planners = api.Operations.ToDictionary(operation => operation, operation => new OperationPlanner(api, options, check, source, resources, operation));
        var plans = api.Operations.ToDictionary(operation => operation, operation => planners[operation].Plan());
        var sequencePlanner = new SequencePlanner(api, planners);
        var sequences = resources.ByCreator.Values.Select(sequencePlanner.Of).OfType<Sequence>().ToList();

        var lists = ListsOf(api, planners);

        return Selected(new VerificationPlan
        {
            Api = api,
            Options = options,
            Rows = [.. api.Operations.SelectMany(operation => plans[operation].Rows)],
            Cases = [.. api.Operations.SelectMany(operation => plans[operation].Cases)],
            Plain = plans.Where(pair => pair.Value.Plain is not null).ToDictionary(pair => pair.Key.Id, pair => pair.Value.Plain!),
            Fixtures = plans.Where(pair => pair.Value.Fixture is not null).ToDictionary(pair => pair.Key.Id, pair => pair.Value.Fixture!),
            Sequences = sequences,
            States = [.. api.Operations.SelectMany(operation => plans[operation].States)],
            Reflections = [.. api.Operations.SelectMany(operation => plans[operation].Reflections)],
            Captures = resources.ByCreator,
            Lists = lists,
        });
    }

    /// <summary>A POST and a GET on one path: the second lists what the first creates.</summary>
    private static Dictionary<string, ContractCase> ListsOf(ContractDescription api, Dictionary<Operation, OperationPlanner> planners)
    {
        var lists = new Dictionary<string, ContractCase>(StringComparer.Ordinal);
        foreach (var creator in api.Operations.Where(operation => operation.Method == "POST" && operation.RequestBody is not null))
        {
            if (api.Operations.FirstOrDefault(other => other.Method == "GET" && other.Path == creator.Path) is { } list && !list.Path.Contains('{', StringComparison.Ordinal)
                && planners[list].Step($"{list.Id}/sequence/list-after-refusals", "lists what is there after all refusals", CaseExpectation.Any, []) is { } made)
            {
                planners[creator].AddCheck(CheckIds.Refused, creator.Source, "what is refused is not done", creator.Node);
                lists.Add(creator.Id, made);
            }
        }

        return lists;
    }

    /// <summary>Leaves out what <see cref="PlanOptions.Only"/> does not ask for; the rows stay, with that reason.</summary>
    private static VerificationPlan Selected(VerificationPlan plan)
    {
        var needed = plan.Cases.Concat(plan.States.Select(state => state.Case)).Select(one => one.Needs)
            .Concat(plan.Plain.Values.Select(one => one.Needs)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (plan.Options.Only.Count == 0)
        {
            return With(plan, plan.Rows, plan.Cases, plan.Plain, plan.Sequences, plan.States, needed);
        }

        var patterns = plan.Options.Only.Select(pattern => new Regex(
            $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)).ToList();
        var asked = plan.Rows.Where(row => Fits(row.Key)).Select(row => row.Key).ToHashSet();
        var operations = asked.Select(key => key.Operation).ToHashSet(StringComparer.Ordinal);
        List<ContractCase> cases = [.. plan.Cases.Where(one => one.Rows.Any(asked.Contains))];
        var plain = plan.Plain.Where(pair => operations.Contains(pair.Key)).ToDictionary();
        List<Sequence> sequences = [.. plan.Sequences.Where(sequence => sequence.Steps.Any(step => step.Case.Rows.Any(asked.Contains) || (step.State is { } state && asked.Contains(state))))];
        List<StateCase> states = [.. plan.States.Where(state => state.Case.Rows.Any(asked.Contains))];
        needed = cases.Concat(plain.Values).Select(one => one.Needs).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return With(
            plan,
            [.. plan.Rows.Select(row => asked.Contains(row.Key) ? row : row with { NotExercised = "left out by --only" })],
            cases,
            plain,
            sequences,
            states,
            needed);

        bool Fits(RowKey key) => patterns.Any(pattern => pattern.IsMatch(key.Id) || pattern.IsMatch(key.Operation) || pattern.IsMatch($"{key.Operation}/{key.Id}"));
    }

    private static VerificationPlan With(
        VerificationPlan plan,
        IReadOnlyList<PlannedRow> rows,
        IReadOnlyList<ContractCase> cases,
        IReadOnlyDictionary<string, ContractCase> plain,
        IReadOnlyList<Sequence> sequences,
        IReadOnlyList<StateCase> states,
        HashSet<string> needed) => new()
        {
            Api = plan.Api,
            Options = plan.Options,
            Rows = rows,
            Cases = cases,
            Plain = plain,
            Sequences = sequences,
            States = states,
            Reflections = plan.Reflections,
            Captures = plan.Captures,
            Lists = plan.Lists.Where(pair => plain.ContainsKey(pair.Key)).ToDictionary(),
            Fixtures = plan.Fixtures.Where(pair => needed.Contains(pair.Key)).ToDictionary(),
        };
}
