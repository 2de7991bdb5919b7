using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Leaves checks that are not selected out of a plan, and the requests that only they need.</summary>
internal static class PlanSelection
{
    /// <summary>
    /// Applies <see cref="PlanOptions.ReadOnly"/> and <see cref="PlanOptions.Only"/>. Checks that are not selected stay in the plan, marked
    /// as left out. A check that requests are planned for keeps those; another one, such as a rule of responses, keeps all requests to its
    /// operation, since any response may break it: so a check has the verdict of a run without a selection.
    /// </summary>
    public static VerificationPlan Of(VerificationPlan plan)
    {
        plan = plan.Options.ReadOnly ? ReadOnly(plan) : plan;
        if (plan.Options.Only.Count == 0)
        {
            return WithNeededFixtures(plan);
        }

        var patterns = plan.Options.Only.Select(pattern => new CheckPattern(pattern)).ToList();
        var selected = plan.Checks.Where(check => !check.IsLeftOut).Select(check => check.Key)
            .Where(key => patterns.Exists(pattern => pattern.Fits(key))).ToHashSet();
        AddChecksOfCases(plan, [.. patterns.Where(pattern => !plan.Checks.Any(check => pattern.Fits(check.Key)))], selected);
        var planned = plan.All.SelectMany(testCase => testCase.Checks)
            .Concat(plan.Sequences.SelectMany(sequence => sequence.Steps).Select(step => step.State).OfType<CheckKey>())
            .Where(check => check.Id != CheckIds.Refused)
            .ToHashSet();
        var whole = selected.Where(check => !planned.Contains(check)).Select(check => check.Operation).ToHashSet(StringComparer.Ordinal);
        return WithNeededFixtures(plan with
        {
            Operations = OperationRequests.ById(plan.Operations.Values.Select(
                operation => Of(operation, selected, whole.Contains(operation.Operation.Id)))),
            Sequences = [.. plan.Sequences.Where(sequence => sequence.Steps.Any(IsNeeded))],
        });

        bool IsNeeded(SequenceStep step) =>
            whole.Contains(step.Case.Operation.Id) || step.Case.Checks.Any(selected.Contains)
            || (step.State is { } state && selected.Contains(state));
    }

    /// <summary>Selects what the response to a selected case can show: its own checks, and those of the operation's responses.</summary>
    private static void AddChecksOfCases(VerificationPlan plan, List<CheckPattern> patterns, HashSet<CheckKey> selected)
    {
        var states = plan.Sequences.SelectMany(sequence => sequence.Steps)
            .Where(step => step.State is not null && patterns.Exists(pattern => pattern.Fits(step.Case)))
            .Select(step => step.State!.Value);
        selected.UnionWith(states);
        foreach (var testCase in plan.All.Where(testCase => patterns.Exists(pattern => pattern.Fits(testCase))))
        {
            var operation = testCase.Operation;
            selected.UnionWith(testCase.Checks);
            selected.UnionWith(plan.Api.Rules.Responses(operation).Select(use => new CheckKey(use.Rule.Id, operation.Id)));
            selected.Add(new CheckKey(plan.Api.Rules.ForStatus(operation).Id, operation.Id));
        }
    }

    /// <param name="isWhole">Whether all its requests are needed.</param>
    private static OperationRequests Of(OperationRequests operation, HashSet<CheckKey> selected, bool isWhole) => operation with
    {
        Checks = [.. operation.Checks.Select(check => selected.Contains(check.Key) ? check : LeftOut(check, PlannedCheck.NotSelected))],
        Plain = operation.Checks.Any(check => selected.Contains(check.Key)) ? operation.Plain : null,
        Cases = [.. operation.Cases.Where(testCase => isWhole || testCase.Checks.Any(selected.Contains))],
        States = [.. operation.States.Where(state => isWhole || state.Case.Checks.Any(selected.Contains))],
    };

    private static PlannedCheck LeftOut(PlannedCheck check, string reason) => check with { IsLeftOut = true, NotExercised = reason };

    /// <summary>Only requests with safe methods; the checks of other operations are left out.</summary>
    private static VerificationPlan ReadOnly(VerificationPlan plan) => plan with
    {
        Operations = OperationRequests.ById(plan.Operations.Values.Select(operation => operation.IsSafe
            ? operation with { States = [] }
            : operation with
            {
                Checks = [.. operation.Checks.Select(check => LeftOut(check, PlannedCheck.ReadOnly))],
                Plain = null,
                Cases = [],
                States = [],
                List = null,
            })),
        Fixtures = [],
        Sequences = [],
    };

    /// <summary>Leaves out the lists of operations without a plain request, and the fixtures that no request needs.</summary>
    private static VerificationPlan WithNeededFixtures(VerificationPlan plan)
    {
        var operations = plan.Operations.Values
            .Select(operation => operation.Plain is null ? operation with { List = null } : operation)
            .ToList();
        var apart = operations.SelectMany(operation => (IEnumerable<ContractCase?>)[.. operation.Cases, operation.Plain, operation.List]);
        var needed = apart.OfType<ContractCase>().SelectMany(testCase => testCase.Needs)
            .Concat(plan.Sequences.SelectMany(NeedsOf))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fixture in plan.Fixtures.Reverse().Where(fixture => needed.Contains(fixture.Operation.Id)))
        {
            // Children come after their parents, so the reverse order reaches a parent after the children that need it.
            needed.UnionWith(fixture.Needs);
        }

        return plan with
        {
            Operations = OperationRequests.ById(operations),
            Fixtures = [.. plan.Fixtures.Where(fixture => needed.Contains(fixture.Operation.Id))],
        };
    }

    /// <summary>The creating operations that the steps need and that no step of the sequence sends.</summary>
    private static IEnumerable<string> NeedsOf(Sequence sequence) =>
        sequence.Steps.SelectMany(step => step.Case.Needs)
            .Except(sequence.Steps.Where(step => step.Kind == StepKind.Create).Select(step => step.Case.Operation.Id));
}
