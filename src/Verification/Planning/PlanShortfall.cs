using System.Globalization;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning;

/// <summary>What a plan leaves out because the work of planning is bounded.</summary>
/// <param name="Sentence">Which operations are planned in part or not at all.</param>
/// <param name="IsLarge">
/// Whether so much is missing that a run without failures must not conform: an operation without any request, or more than half of the
/// checks.
/// </param>
internal sealed record PlanShortfall(string Sentence, bool IsLarge)
{
    private const int NamedOperations = 5;

    /// <summary>Null where nothing is left out.</summary>
    public static PlanShortfall? Of(IReadOnlyCollection<OperationPlan> plans)
    {
        var partial = plans.Where(plan => plan.Budget.WasSpent || plan.IsTooLarge).ToList();
        if (partial.Count == 0)
        {
            return null;
        }

        var none = partial.Where(plan => plan.IsTooLarge || plan.Checks.All.Any(check => check is
            { Key.Id: CheckIds.Plain, NotExercised: PlanningBudget.Reason })).ToList();
        var some = partial.Except(none).ToList();
        var checks = plans.Sum(plan => plan.Checks.All.Count);
        var missing = partial.Sum(plan => plan.Checks.All.Count(check => check.NotExercised is PlanningBudget.Reason));
        List<string> clauses = [];
        if (some.Count > 0)
        {
            clauses.Add($"planned in part: {Listed(some)}");
        }

        if (none.Count > 0)
        {
            clauses.Add($"not planned: {Listed(none)}");
        }

        return new(
            $"The document is so large that its plan is not complete; {string.Join("; ", clauses)}.",
            none.Count > 0 || missing > checks / 2);
    }

    private static string Listed(List<OperationPlan> plans)
    {
        var names = string.Join(", ", plans.Take(NamedOperations).Select(plan => plan.Operation.Id));
        var more = plans.Count - NamedOperations;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{plans.Count} operation{(plans.Count == 1 ? "" : "s")} ({names}{(more > 0 ? $" and {more} more" : "")})");
    }
}
