using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Finds operations that refuse, but never with the documented status: they fail on every invalid request, or report the fault in a
/// response with the status of a success. That is one cause, reported by the check of statuses, however many rules the requests break.
/// </summary>
internal static class RefusalReview
{
    /// <returns>The exchanges that show nothing else, and what is concluded from them instead.</returns>
    public static (IReadOnlySet<Exchange> Explained, IReadOnlyList<Evidence> Evidence) Of(
        VerificationPlan plan, IReadOnlyList<JudgedAnswer> answers)
    {
        var succeeds = answers.Where(IsSuccess).Select(answer => answer.Observed.Case.Operation).ToHashSet();
        var refusals = answers.Where(answer => !IsSuccess(answer) && IsAboutRequest(answer))
            .ToLookup(answer => answer.Observed.Case.Operation);
        var sure = plan.Checks.Where(check => !check.IsLeftOut && check.Source != RuleSource.Assumed)
            .Select(check => check.Key).ToHashSet();
        var (explained, evidence) = (new HashSet<Exchange>(ReferenceEqualityComparer.Instance), new List<Evidence>());
        foreach (var operation in plan.Api.Operations)
        {
            var status = new CheckKey(plan.Api.Rules.ForStatus(operation).Id, operation.Id);
            if (sure.Contains(status)
                && RefusalStatus.Documented(operation, ViolationKind.Body) is [{ Source: not RuleSource.Assumed } documented, ..]
                && Same([.. refusals[operation]], succeeds.Contains(operation)) is (var same, { } found))
            {
                explained.UnionWith(same.Select(answer => answer.Observed.Exchange));
                evidence.AddRange(same.SelectMany(answer => Conclude(answer, status, documented.Status, found)));
            }
        }

        return (explained, evidence);
    }

    /// <summary>The responses of one cause, and what they have in common; none where refusals differ.</summary>
    private static (IReadOnlyList<JudgedAnswer> Same, string? Found) Same(IReadOnlyList<JudgedAnswer> answers, bool succeeds)
    {
        var refusals = answers
            .Where(answer => answer.Observed.Case is
            {
                Expectation: CaseExpectation.Refused, Stage: ViolationKind.Parameter or ViolationKind.Body,
            })
            .ToList();
        if (refusals.SelectMany(answer => answer.Observed.Case.Checks).Distinct().Count() < 2)
        {
            return ([], null);
        }

        if (refusals.TrueForAll(answer => answer.Observed.Answer.IsServerError))
        {
            return ([.. answers.Where(answer => answer.Observed.Answer.IsServerError)], "Failed with");
        }

        return succeeds && refusals.TrueForAll(IsDisguised)
            ? ([.. answers.Where(IsDisguised)], "Responded, not in the form of a success, but with")
            : ([], null);
    }

    private static IEnumerable<Evidence> Conclude(JudgedAnswer answer, CheckKey status, string documented, string found)
    {
        var (testCase, code, exchange) = (answer.Observed.Case, answer.Observed.Answer.Code, answer.Observed.Exchange);
        var expected = $"Refused with {documented}, as {RefusalStatus.Subject(ViolationKind.Body)} are.";
        var reason = $"every invalid request gets {code}";
        return testCase.Checks.Select(check => new Evidence(check, EvidenceKind.Blocked, exchange, Found: reason))
            .Prepend(new Evidence(status, EvidenceKind.Broken, exchange, expected, $"{found} {code}."));
    }

    private static bool IsSuccess(JudgedAnswer answer) =>
        answer.Observed.Case.Expectation == CaseExpectation.Accepted && answer.Observed.Answer.IsSuccess && answer.IsSound;

    /// <summary>Whether the request is wrong in itself, not only its caller, and the response tells something.</summary>
    private static bool IsAboutRequest(JudgedAnswer answer) =>
        answer.Observed.Case.Stage is not (null or ViolationKind.Security)
        && CaseJudge.Blocked(answer.Observed.Case, answer.Observed.Answer) is null;

    /// <summary>A success by its status, and not by its form.</summary>
    private static bool IsDisguised(JudgedAnswer answer) => answer.Observed.Answer.IsSuccess && !answer.IsSound;
}
