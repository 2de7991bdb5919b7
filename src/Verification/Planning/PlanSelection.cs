using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning;

/// <summary>Leaves checks that are not selected out of a plan, and the requests that only they need.</summary>
internal static class PlanSelection
{
    /// <summary>Applies <see cref="PlanOptions.Only"/>. Checks that are not selected stay in the plan, marked as left out.</summary>
    public static VerificationPlan Of(VerificationPlan plan)
    {
        if (plan.Options.Only.Count == 0)
        {
            return WithNeededFixtures(plan);
        }

        var patterns = plan.Options.Only.Select(pattern => new CheckPattern(pattern)).ToList();
        var selected = plan.Checks.Select(check => check.Key).Where(key => patterns.Exists(pattern => pattern.Fits(key))).ToHashSet();
        return WithNeededFixtures(plan with
        {
            Operations = OperationRequests.ById(plan.Operations.Values.Select(operation => Of(operation, selected))),
            Sequences = [.. plan.Sequences.Where(sequence => sequence.Steps.Any(IsSelected))],
        });

        bool IsSelected(SequenceStep step) =>
            step.Case.Checks.Any(selected.Contains) || (step.State is { } state && selected.Contains(state));
    }

    private static OperationRequests Of(OperationRequests operation, HashSet<CheckKey> selected) => operation with
    {
        Checks = [.. operation.Checks.Select(check => selected.Contains(check.Key) ? check : LeftOut(check))],
        Plain = operation.Checks.Any(check => selected.Contains(check.Key)) ? operation.Plain : null,
        Cases = [.. operation.Cases.Where(testCase => testCase.Checks.Any(selected.Contains))],
        States = [.. operation.States.Where(state => state.Case.Checks.Any(selected.Contains))],
    };

    private static PlannedCheck LeftOut(PlannedCheck check) => check with { IsLeftOut = true, NotExercised = "not selected" };

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
