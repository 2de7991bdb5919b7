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
            return With(plan, plan.Checks, plan.Cases, plan.Plain, plan.Sequences, plan.States);
        }

        var patterns = plan.Options.Only.Select(pattern => new CheckPattern(pattern)).ToList();
        var asked = plan.Checks.Where(check => patterns.Exists(pattern => pattern.Fits(check.Key))).Select(check => check.Key).ToHashSet();
        var operations = asked.Select(key => key.Operation).ToHashSet(StringComparer.Ordinal);
        List<ContractCase> cases = [.. plan.Cases.Where(testCase => testCase.Checks.Any(asked.Contains))];
        var plain = plan.Plain.Where(pair => operations.Contains(pair.Key)).ToDictionary();
        List<Sequence> sequences = [.. plan.Sequences.Where(sequence => sequence.Steps.Any(IsAsked))];
        List<StateCase> states = [.. plan.States.Where(state => state.Case.Checks.Any(asked.Contains))];
        return With(
            plan,
            [.. plan.Checks.Select(check => asked.Contains(check.Key) ? check : LeftOut(check))],
            cases,
            plain,
            sequences,
            states);

        static PlannedCheck LeftOut(PlannedCheck check) => check with { IsLeftOut = true, NotExercised = "left out by --only" };

        bool IsAsked(SequenceStep step) => step.Case.Checks.Any(asked.Contains) || (step.State is { } state && asked.Contains(state));
    }

    private static VerificationPlan With(
        VerificationPlan plan,
        IReadOnlyList<PlannedCheck> checks,
        IReadOnlyList<ContractCase> cases,
        IReadOnlyDictionary<string, ContractCase> plain,
        IReadOnlyList<Sequence> sequences,
        IReadOnlyList<StateCase> states)
    {
        var lists = plan.Lists.Where(pair => plain.ContainsKey(pair.Key)).ToDictionary();
        var apart = cases.Concat(plain.Values).Concat(lists.Values).SelectMany(testCase => testCase.Needs);
        var needed = apart.Concat(sequences.SelectMany(NeedsOf)).ToHashSet(StringComparer.Ordinal);
        foreach (var fixture in plan.Fixtures.Reverse().Where(fixture => needed.Contains(fixture.Operation.Id)))
        {
            // Children come after their parents, so the reverse order reaches a parent after the children that need it.
            needed.UnionWith(fixture.Needs);
        }

        return plan with
        {
            Checks = checks,
            Cases = cases,
            Plain = plain,
            Sequences = sequences,
            States = states,
            Lists = lists,
            Fixtures = [.. plan.Fixtures.Where(fixture => needed.Contains(fixture.Operation.Id))],
        };
    }

    /// <summary>The creating operations that the steps need and that no step of the sequence sends.</summary>
    private static IEnumerable<string> NeedsOf(Sequence sequence) =>
        sequence.Steps.SelectMany(step => step.Case.Needs)
            .Except(sequence.Steps.Where(step => step.Kind == StepKind.Create).Select(step => step.Case.Operation.Id));
}
