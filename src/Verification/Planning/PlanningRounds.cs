using SocialContract.Contract.Model;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning;

/// <summary>
/// Divides the work of a plan among its operations: the total is bounded, whatever the document, and an operation that needs much gets what
/// the others leave. The same document gives the same plan on every machine.
/// </summary>
internal static class PlanningRounds
{
    /// <summary>The units of a plan; about 7 seconds of processor time, and two to three times that on a busy machine.</summary>
    public const long PlanUnits = 750_000_000;

    /// <summary>The maximum number of units for an operation.</summary>
    private const long MaxUnits = 250_000_000;

    /// <summary>The operations that are planned in parallel. Not the number of processors, on which the plan must not depend.</summary>
    private const int Together = 32;

    /// <summary>
    /// Plans the operations in document order with an equal share of the units that are left. Then, as long as units are left, plans those
    /// again for which the share was too small.
    /// </summary>
    /// <param name="plan">Plans an operation within a budget.</param>
    public static Dictionary<Operation, T> Plan<T>(
        IReadOnlyList<Operation> operations, Func<Operation, PlanningBudget, T> plan, CancellationToken cancellationToken)
    {
        var plans = new Dictionary<Operation, (T Made, PlanningBudget Budget)>();
        var left = PlanUnits;
        foreach (var some in operations.Chunk(Together))
        {
            PlanAll(some, left / (operations.Count - plans.Count));
        }

        List<Operation> again;
        do
        {
            var partial = operations.Where(operation => plans[operation].Budget.WasSpent).ToList();
            var share = Math.Min(left / Math.Max(partial.Count, 1), MaxUnits);

            // A share that is little larger is not worth the work.
            again = [.. partial.Where(operation => plans[operation].Budget.Spent < share / 2)];
            PlanAll(again, share);
        }
        while (again.Count > 0);

        // Sequences of requests are planned later.
        foreach (var (_, budget) in plans.Values)
        {
            budget.Add(Math.Max(left, 0) / plans.Count);
        }

        return plans.ToDictionary(pair => pair.Key, pair => pair.Value.Made);

        void PlanAll(IReadOnlyList<Operation> some, long units)
        {
            var budgets = some.Select(_ => new PlanningBudget(Math.Min(units, MaxUnits))).ToList();
            var made = some.Zip(budgets).AsParallel().AsOrdered().WithCancellation(cancellationToken)
                .Select(pair => plan(pair.First, pair.Second)).ToList();
            for (var index = 0; index < some.Count; index++)
            {
                plans[some[index]] = (made[index], budgets[index]);
                left -= budgets[index].Spent;
            }
        }
    }
}
