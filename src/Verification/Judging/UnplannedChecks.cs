using SocialContract.Contract;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Judging;

/// <summary>
/// The checks of rules that responses break and that the plan does not have. A plan has every rule that it finds in the document, and so
/// there should be none; but a violation is never lost because the plan does not expect it.
/// </summary>
internal static class UnplannedChecks
{
    public static IReadOnlyList<PlannedCheck> In(VerificationPlan plan, IEnumerable<Evidence> evidence)
    {
        var planned = plan.Checks.Select(check => check.Key).ToHashSet();
        var only = plan.Options.Only.Select(pattern => new CheckPattern(pattern)).ToList();
        return
        [
            .. evidence
                .Where(shown => shown is { Kind: EvidenceKind.Broken, Rule: not null } && planned.Add(shown.Check))
                .Where(shown => only.Count == 0 || only.Exists(pattern => pattern.Fits(shown.Check)))
                .Select(shown => CheckOf(plan.Api, shown)),
        ];
    }

    private static PlannedCheck CheckOf(ContractDescription api, Evidence shown) =>
        PlannedCheck.Of(shown.Rule!, api.Operations.First(operation => operation.Id == shown.Check.Operation));
}
