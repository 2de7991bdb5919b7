using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

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
            .Where(observed => observed.Result is { Code: not 0, IsAboutCaller: false }).ToList();
        if (observations.Count == 0)
        {
            return evidence;
        }

        var route = new CheckKey(CheckIds.Route, operation.Id);
        if (observations.TrueForAll(observed => RefusalStatuses.IsUnrouted(observed.Result.Code)))
        {
            var (name, code, exchange) = ($"{operation.Method} {operation.Path}", observations[0].Result.Code, observations[0].Exchange);
            var reason = $"every request to {name} gets {code}";
            return
            [
                new(route, EvidenceKind.Broken, exchange, $"{name} exists.", $"Every request to it gets {code}."),
                .. checks.Where(check => check != route)
                    .Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason)),
            ];
        }

        var plain = new CheckKey(CheckIds.Plain, operation.Id);
        var isAccepted = evidence.Any(shown => shown.Check == plain && shown.Kind == EvidenceKind.Accepted);
        return [.. isAccepted ? evidence : WithoutRefusals(needsRefusal, evidence), new(route, EvidenceKind.Accepted)];
    }

    private static IEnumerable<Evidence> WithoutRefusals(IReadOnlySet<CheckKey> needsRefusal, IReadOnlyList<Evidence> evidence)
    {
        const string Reason = "no request to it was accepted, so refusals prove nothing";
        bool IsDoubted(Evidence shown) => shown.Kind == EvidenceKind.Kept && needsRefusal.Contains(shown.Check);
        var doubted = evidence.Where(IsDoubted).Select(shown => shown.Check).Distinct();
        var blocked = doubted.Select(check => new Evidence(check, EvidenceKind.Blocked, Found: Reason));
        return evidence.Where(shown => !IsDoubted(shown)).Concat(blocked);
    }
}
