using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Finds operations that never refuse with the documented status: they fail on every invalid request, or report the fault in a response
/// with the status of a success. This is a single cause, which the check of statuses reports once for all rules.
/// </summary>
internal static class RefusalReview
{
    /// <returns>The exchanges that the cause explains, and the evidence that replaces theirs.</returns>
    public static (IReadOnlySet<RecordedCase> Explained, IReadOnlyList<Evidence> Evidence) Of(
        VerificationPlan plan, IReadOnlyList<JudgedResponse> responses)
    {
        var succeeds = responses.Where(IsSuccess).Select(response => response.Observed.Case.Operation).ToHashSet();
        var refusals = responses.Where(response => !IsSuccess(response) && IsAboutRequest(response))
            .ToLookup(response => response.Observed.Case.Operation);
        var sure = plan.Checks.Where(check => !check.IsLeftOut && check.Source != RuleSource.Assumed)
            .Select(check => check.Key).ToHashSet();
        var (explained, evidence) = (new HashSet<RecordedCase>(ReferenceEqualityComparer.Instance), new List<Evidence>());
        foreach (var operation in plan.Api.Operations)
        {
            var status = new CheckKey(plan.Api.Rules.ForStatus(operation).Id, operation.Id);
            if (sure.Contains(status)
                && RefusalStatuses.Named(operation, ViolationKind.Body) is [{ Source: not RuleSource.Assumed } documented, ..]
                && Same([.. refusals[operation]], succeeds.Contains(operation)) is (var same, { } describe))
            {
                explained.UnionWith(same.Select(response => response.Observed.Exchange));
                evidence.AddRange(same.SelectMany(response => Conclude(response, status, documented.Status, describe)));
            }
        }

        return (explained, evidence);
    }

    /// <summary>The responses with the same cause, and a sentence about their status; empty if the refusals differ.</summary>
    private static (IReadOnlyList<JudgedResponse> Same, Func<int, string>? Describe) Same(
        IReadOnlyList<JudgedResponse> responses, bool succeeds)
    {
        var refusals = responses
            .Where(response => response.Observed.Case is
            {
                Expectation: CaseExpectation.Refused, Stage: ViolationKind.Parameter or ViolationKind.Body,
            })
            .ToList();
        if (refusals.SelectMany(response => response.Observed.Case.Checks).Distinct().Count() < 2)
        {
            return ([], null);
        }

        if (refusals.TrueForAll(response => response.Observed.Result.IsServerError))
        {
            return ([.. responses.Where(response => response.Observed.Result.IsServerError)], code => $"Failed with {code}.");
        }

        return succeeds && refusals.TrueForAll(IsDisguised)
            ? ([.. responses.Where(IsDisguised)], Disguised)
            : ([], null);
    }

    private static string Disguised(int code) =>
        $"The response has status {code}, but it is not what the document describes for a success.";

    private static IEnumerable<Evidence> Conclude(
        JudgedResponse response, CheckKey status, string documented, Func<int, string> describe)
    {
        var (testCase, code, exchange) = (response.Observed.Case, response.Observed.Result.Code, response.Observed.Exchange);
        var expected = $"Refused with {documented}, as {RefusalWords.Several(ViolationKind.Body)} are.";
        var reason = $"every invalid request gets {code}";
        return testCase.Checks.Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason))
            .Prepend(new Evidence(status, EvidenceKind.Broken, exchange, expected, describe(code)));
    }

    private static bool IsSuccess(JudgedResponse response) =>
        response.Observed.Case.Expectation == CaseExpectation.Accepted && response.Observed.Result.IsSuccess && response.IsSound;

    /// <summary>Whether the request itself is invalid, not only its credentials, and the response is evidence.</summary>
    private static bool IsAboutRequest(JudgedResponse response) =>
        response.Observed.Case.Stage is not (null or ViolationKind.Security)
        && CaseJudge.Blocked(response.Observed.Case, response.Observed.Result) is null;

    /// <summary>Whether the status is a success, but the body is not.</summary>
    private static bool IsDisguised(JudgedResponse response) => response.Observed.Result.IsSuccess && !response.IsSound;
}
