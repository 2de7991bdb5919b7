using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Recording;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Judges all responses to an operation together: the operation may not exist, or may refuse every request, so that its refusals prove
/// nothing.
/// </summary>
internal static class RouteReview
{
    /// <summary>The evidence about the operation, after the review.</summary>
    /// <param name="checks">The operation's checks.</param>
    /// <param name="needsRefusal">The checks for which a refusing case is planned.</param>
    /// <param name="responses">The responses to the operation's requests.</param>
    /// <param name="evidence">The evidence about the operation.</param>
    public static IReadOnlyList<Evidence> Of(
        Operation operation,
        IReadOnlyList<CheckKey> checks,
        IReadOnlySet<CheckKey> needsRefusal,
        IEnumerable<JudgedResponse> responses,
        IReadOnlyList<Evidence> evidence)
    {
        var observations = responses.Select(response => response.Observed)
            .Where(observed => observed is { Phase: not RunPhase.Confirmation, Result: { Code: not 0, IsAboutCaller: false } }).ToList();
        var areMalformed = observations.RemoveAll(observed => IsMalformed(observed.Case)) > 0;
        if (observations.Count == 0)
        {
            return areMalformed ? [.. WithoutRefusals(needsRefusal, evidence)] : evidence;
        }

        var route = new CheckKey(CheckIds.Route, operation.Id);
        var name = $"{operation.Method} {operation.Path}";
        if (observations.TrueForAll(observed => RefusalStatuses.IsUnrouted(observed.Result.Code)))
        {
            if (!operation.DescribesSuccess)
            {
                return evidence;
            }

            var (code, exchange) = (observations[0].Result.Code, observations[0].Exchange);
            var isThere = new Evidence(route, EvidenceKind.Broken, exchange, $"{name} exists.", $"Every request to it gets {code}.");
            var reason = $"every request to {name} gets {code}";
            if (!observations.Exists(IsOfExistingResource))
            {
                // A server may give the documented 404 to any id that it does not have, malformed ones too.
                reason += ", and none of them is known to name a resource that exists";
                isThere = new(route, EvidenceKind.Blocked, exchange, Found: reason);
            }

            return
            [
                isThere,
                .. checks.Where(check => check != route)
                    .Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason)),
            ];
        }

        var plain = new CheckKey(CheckIds.Plain, operation.Id);
        var isAccepted = evidence.Any(shown => shown.Check == plain && shown.Kind == EvidenceKind.Accepted);
        return [.. isAccepted ? evidence : WithoutRefusals(needsRefusal, evidence), RouteOf(route, name, observations)];
    }

    /// <summary>
    /// Whether the response shows that the operation is missing if it is 404 or 405: its path names no resource, or one that the run
    /// created; or the method is not allowed there.
    /// </summary>
    private static bool IsOfExistingResource(Observation.Exchanged observed) =>
        observed.Case.Operation.Parameters.All(parameter => parameter.In != ParameterLocation.Path)
        || (observed.Case.Expectation is CaseExpectation.Accepted or CaseExpectation.Any
            && (observed.Result.Code == RefusalStatuses.MethodNotAllowed
                || (observed.Case.NamesCreated && observed.Step?.Kind is not (
                    StepKind.ReadDeleted or StepKind.DeleteAgain or StepKind.ReadChild or StepKind.FollowLocation))));

    private static Evidence RouteOf(CheckKey route, string name, List<Observation.Exchanged> observations) =>
        observations.TrueForAll(observed => observed.Result.Redirection is not null)
            ? new(
                route,
                EvidenceKind.Broken,
                observations[0].Exchange,
                $"{name} responds itself.",
                $"Every request to it is redirected with {observations[0].Result.Redirection!.Code}, "
                    + $"the first to {observations[0].Result.Redirection!.Target}.")
            {
                Cause = "redirected",
            }
            : new(route, EvidenceKind.Accepted);

    /// <summary>Whether the path itself is malformed, so that a server may respond with 404 though it has the operation.</summary>
    private static bool IsMalformed(ContractCase testCase) =>
        testCase.BrokenPlace is { } place && MessagePointer.Parse(place).Part == MessagePart.Path;

    private static IEnumerable<Evidence> WithoutRefusals(IReadOnlySet<CheckKey> needsRefusal, IReadOnlyList<Evidence> evidence)
    {
        const string Reason = "no request to it was accepted, so refusals prove nothing";
        bool IsDoubted(Evidence shown) => shown.Kind == EvidenceKind.Kept && needsRefusal.Contains(shown.Check);
        var doubted = evidence.Where(IsDoubted).Select(shown => shown.Check).Distinct();
        var blocked = doubted.Select(check => new Evidence(check, EvidenceKind.Blocked, Found: Reason));
        return evidence.Where(shown => !IsDoubted(shown)).Concat(blocked);
    }
}
