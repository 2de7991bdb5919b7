using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Says what a response means for the checks of its case.</summary>
internal static class CaseJudge
{
    /// <summary>Why checks of accepted requests are not concluded where the plain request is not accepted either.</summary>
    public const string PlainIsRefused = "a plain request that obeys every rule is not accepted";

    private const string ObeysEveryRule = "Accepted, because the request obeys every rule";

    /// <summary>Why the response is no evidence; null if it is.</summary>
    public static string? Blocked(ContractCase testCase, Answer answer) => answer switch
    {
        { Fault: not FaultKind.None } => answer.FaultText,
        { Code: 429 } => "the server responds with 429, too many requests",
        { Code: 503 } when answer.Header("Retry-After") is not null => "the server responds with 503 and asks to try again later",
        { Code: 401 or 403 } when testCase.Stage != ViolationKind.Security =>
            $"the server responds with {answer.Code}: the given token may not do this",
        { Code: 404 } when testCase.Expectation == CaseExpectation.Accepted && NamesResource(testCase.Operation) =>
            "the server responds with 404: it has no resource with the id in the path",
        _ => null,
    };

    /// <summary>Whether the server accepted the request; a redirection that the document describes is an acceptance.</summary>
    public static bool IsAcceptance(ContractCase testCase, Answer answer) =>
        answer.IsSuccess || (answer.IsRedirect && testCase.Operation.ResponseFor(answer.Code) is { Status: not "default" });

    /// <param name="isPlainRefused">Whether the operation's plain request is known to be refused.</param>
    /// <param name="hasIsolated">Whether the case has several boundary values, each of which is sent alone where it is refused.</param>
    public static IEnumerable<Evidence> Of(ContractCase testCase, Answer answer, Exchange exchange, bool isPlainRefused, bool hasIsolated)
    {
        if (Blocked(testCase, answer) is { } reason)
        {
            return About(testCase.Checks, EvidenceKind.Blocked, exchange, "", reason)
                .Select(evidence => evidence with { Fault = answer.Fault });
        }

        return testCase.Expectation switch
        {
            CaseExpectation.Accepted => Accepted(testCase, answer, exchange, isPlainRefused, hasIsolated),
            CaseExpectation.Refused => Refused(testCase, answer, exchange),
            CaseExpectation.NoServerError when answer.IsServerError =>
                About(testCase.Checks, EvidenceKind.Broken, exchange, "Any response but 5xx.", $"Responded with {answer.Code}."),
            CaseExpectation.NoServerError => About(testCase.Checks, EvidenceKind.Kept, exchange),
            _ => [],
        };
    }

    /// <summary>What the isolated cases of a refused case show together.</summary>
    /// <param name="isolated">Empty where they were not sent, because the plain request is refused, too.</param>
    public static IEnumerable<Evidence> OfIsolated(
        ContractCase combined, Exchange exchange, IReadOnlyList<(ContractCase Case, Answer Answer)> isolated)
    {
        if (isolated.Count == 0)
        {
            return About(combined.Checks, EvidenceKind.Blocked, exchange, "", PlainIsRefused);
        }

        return isolated.Any(sent => !IsAcceptance(sent.Case, sent.Answer)) ? [] :
        [
            new Evidence(
                Plain(combined),
                EvidenceKind.Broken,
                exchange,
                $"{ObeysEveryRule} ({combined.Title}).",
                $"Refused with {exchange.Status}, though each of its boundary values alone is accepted.")
            {
                Cause = ObeysEveryRule,
            },
        ];
    }

    private static IEnumerable<Evidence> Accepted(
        ContractCase testCase, Answer answer, Exchange exchange, bool isPlainRefused, bool hasIsolated)
    {
        if (IsAcceptance(testCase, answer))
        {
            return About(testCase.Checks, EvidenceKind.Accepted, exchange);
        }

        var refusal = answer.IsRedirect
            ? new Evidence(default, EvidenceKind.Undocumented, exchange, "A response, not a redirection.", RedirectionOf(answer))
            : new Evidence(
                default,
                EvidenceKind.Broken,
                exchange,
                $"{ObeysEveryRule} ({testCase.Title}).",
                $"{(answer.IsServerError ? "Failed" : "Refused")} with {answer.Code}.")
            {
                Cause = ObeysEveryRule,
            };
        var plain = Plain(testCase);
        if (testCase.Checks.Contains(plain) && testCase.OnlyIfRefused is null)
        {
            // A plain request that is refused is one cause, however many rules it keeps.
            var reason = $"a plain request that obeys every rule gets {answer.Code}";
            return About(testCase.Checks.Where(check => check != plain), EvidenceKind.Blocked, exchange, "", reason)
                .Prepend(refusal with { Check = plain });
        }

        return isPlainRefused ? About(testCase.Checks, EvidenceKind.Blocked, exchange, "", PlainIsRefused)
            : hasIsolated ? []
            : testCase.Checks.Select(check => refusal with { Check = check });
    }

    private static IEnumerable<Evidence> Refused(ContractCase testCase, Answer answer, Exchange exchange)
    {
        if (answer.IsRefusal)
        {
            return About(testCase.Checks, EvidenceKind.Kept, exchange);
        }

        if (answer.IsRedirect)
        {
            return About(
                testCase.Checks, EvidenceKind.Undocumented, exchange, $"Refused ({testCase.Title}).", RedirectionOf(answer), "Refused");
        }

        var documented = RefusalStatus.Documented(testCase.Operation, testCase.Stage!.Value);
        var expected = $"Refused with {(documented.Count > 0 ? documented[0].Status : "4xx")}";
        var found = answer.IsSuccess ? $"Accepted with {answer.Code}." : $"Failed with {answer.Code}.";
        return About(
            testCase.Checks.Where(check => IsAbout(testCase, check, answer)),
            EvidenceKind.Broken,
            exchange,
            $"{expected} ({testCase.Title}).",
            found,
            expected);
    }

    /// <summary>
    /// A server that fails on a body which it cannot read breaks the check of robustness; one that accepts it breaks the rule. Each is
    /// reported once.
    /// </summary>
    private static bool IsAbout(ContractCase testCase, CheckKey check, Answer answer) =>
        testCase.Stage is not (ViolationKind.Syntax or ViolationKind.ContentType) || CheckIds.IsCheck(check.Id) == answer.IsServerError;

    private static IEnumerable<Evidence> About(
        IEnumerable<CheckKey> checks,
        EvidenceKind kind,
        Exchange exchange,
        string expected = "",
        string found = "",
        string? cause = null) =>
        checks.Select(check => new Evidence(check, kind, exchange, expected, found) { Cause = cause ?? expected });

    private static CheckKey Plain(ContractCase testCase) => new(CheckIds.Plain, testCase.Operation.Id);

    private static string RedirectionOf(Answer answer) => $"Redirected with {answer.Code} to {answer.Header("Location") ?? "nowhere"}.";

    /// <summary>Whether the path names a resource, which may not be there.</summary>
    private static bool NamesResource(Operation operation) => operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path);
}
