using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Judging;

/// <summary>Finds roles whose token is refused everywhere, while that of another role is accepted by the same operation.</summary>
internal static class RoleReview
{
    public static IReadOnlyList<Evidence> Of(VerificationPlan plan, IReadOnlyList<JudgedResponse> responses)
    {
        var planned = plan.Checks.Select(check => check.Key).ToHashSet();
        var called = responses.Select(response => response.Observed)
            .Where(observed => observed is { Phase: RunPhase.Plain or RunPhase.Role or RunPhase.Fixture, Result.Code: not 0 }
                && observed.Case.Credential == CredentialForm.Right)
            .ToLookup(observed => observed.Case.Role);
        var accepted = called.SelectMany(role => role).Where(observed => observed.Result.IsSuccess)
            .ToLookup(observed => observed.Case.Operation.Id, observed => observed.Case.Role, StringComparer.Ordinal);
        return
        [
            .. called.Where(role => role.All(observed => observed.Result.RefusesCaller))
                .SelectMany(role => role.Where(observed => accepted[observed.Case.Operation.Id].Any()))
                .DistinctBy(observed => (observed.Case.Role, observed.Case.Operation.Id))
                .Select(observed => Refused(plan, observed, accepted[observed.Case.Operation.Id].First()))
                .Where(evidence => planned.Contains(evidence.Check)),
        ];
    }

    private static Evidence Refused(VerificationPlan plan, Observation.Exchanged observed, string? other)
    {
        var operation = observed.Case.Operation;
        return new Evidence(
            new CheckKey(plan.Api.Rules.ForSecurity(operation).Id, operation.Id),
            EvidenceKind.Broken,
            observed.Exchange,
            $"A caller with {Token(observed.Case.Role)} is accepted, as with {Token(other)}.",
            $"Every request with {Token(observed.Case.Role)} is refused, this one with {observed.Result.Code}.")
        {
            Cause = $"role {observed.Case.Role}",
        };
    }

    private static string Token(string? role) => role is null ? "the token for no particular role" : $"the token of the role {role}";
}
