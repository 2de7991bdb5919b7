using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Judges the response to a case for the case's checks.</summary>
internal static class CaseJudge
{
    /// <summary>The reason that blocks checks of accepted requests if the plain request is refused.</summary>
    public const string PlainIsRefused = "a plain request that obeys every rule is not accepted";

    private const string ObeysEveryRule = "Accepted, because the request obeys every rule";

    /// <summary>Why the response is not evidence; null if it is evidence.</summary>
    public static string? Blocked(ContractCase testCase, SendResult result) => result switch
    {
        { Fault: not FaultKind.None } => result.FaultText,
        { IsThrottled: true } => "the server responds with 429, too many requests",
        { Code: 503 } when result.Header("Retry-After") is not null => "the server responds with 503 and asks to try again later",
        { RefusesCaller: true } when testCase.Stage != ViolationKind.Security =>
            $"the server responds with {result.Code}: the given token may not do this",
        { IsMissing: true } when testCase.Expectation == CaseExpectation.Accepted && NamesResource(testCase.Operation) =>
            $"the server responds with {result.Code}: it has no resource with the id in the path",
        _ => null,
    };

    /// <summary>Whether the server accepted the request; a redirection that the document describes is an acceptance.</summary>
    public static bool IsAcceptance(ContractCase testCase, SendResult result) =>
        result.IsSuccess || (result.Code == 101 && testCase.Operation.ResponseFor(101) is { Key.IsDefault: false })
        || (result.IsRedirect && testCase.Operation.ResponseFor(result.Code) is { Key.IsDefault: false });

    /// <param name="isPlainRefused">Whether the operation's plain request is known to be refused.</param>
    /// <param name="hasIsolated">Whether the case has several boundary values, which are sent one by one if the case is refused.</param>
    public static IEnumerable<Evidence> Of(
        ContractCase testCase, SendResult result, RecordedCase exchange, bool isPlainRefused, bool hasIsolated)
    {
        if (Blocked(testCase, result) is { } reason)
        {
            return About(testCase.Checks, EvidenceKind.Blocked, exchange, "", reason)
                .Select(evidence => evidence with { Fault = result.Fault });
        }

        return testCase.Expectation switch
        {
            CaseExpectation.Accepted => Accepted(testCase, result, exchange, isPlainRefused, hasIsolated),
            CaseExpectation.Refused => Refused(testCase, result, exchange),
            CaseExpectation.NoServerError when result.IsServerError =>
                About(
                    testCase.Checks,
                    EvidenceKind.Broken,
                    exchange,
                    "A response whose status is not 5xx.",
                    $"The response has status {result.Code}."),
            CaseExpectation.NoServerError => About(testCase.Checks, EvidenceKind.Kept, exchange),
            _ => [],
        };
    }

    /// <summary>Judges a refused case together with its isolated cases.</summary>
    /// <param name="isolated">Empty if they were not sent because the plain request is refused, too.</param>
    public static IEnumerable<Evidence> OfIsolated(
        ContractCase combined, RecordedCase exchange, IReadOnlyList<(ContractCase Case, SendResult Result)> isolated)
    {
        if (isolated.Count == 0)
        {
            return About(combined.Checks, EvidenceKind.Blocked, exchange, "", PlainIsRefused);
        }

        return isolated.Any(sent => !IsAcceptance(sent.Case, sent.Result)) ? [] :
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
        ContractCase testCase, SendResult result, RecordedCase exchange, bool isPlainRefused, bool hasIsolated)
    {
        if (IsAcceptance(testCase, result))
        {
            return About(testCase.Checks, EvidenceKind.Accepted, exchange);
        }

        var refusal = result.IsRedirect
            ? new Evidence(default, EvidenceKind.Undocumented, exchange, "A response, not a redirection.", RedirectionOf(result))
            : new Evidence(
                default,
                EvidenceKind.Broken,
                exchange,
                $"{ObeysEveryRule} ({testCase.Title}).",
                $"{(result.IsServerError ? "Failed" : "Refused")} with {result.Code}.")
            {
                Cause = ObeysEveryRule,
            };
        var plain = Plain(testCase);
        if (testCase.Checks.Contains(plain) && testCase.OnlyIfRefused is null)
        {
            // A refused plain request is a single cause: only the plain check reports it.
            var reason = $"a plain request that obeys every rule gets {result.Code}";
            return About(testCase.Checks.Where(check => check != plain), EvidenceKind.Blocked, exchange, "", reason)
                .Prepend(refusal with { Check = plain });
        }

        return isPlainRefused ? About(testCase.Checks, EvidenceKind.Blocked, exchange, "", PlainIsRefused)
            : hasIsolated ? []
            : testCase.Checks.Select(check => refusal with { Check = check });
    }

    private static IEnumerable<Evidence> Refused(ContractCase testCase, SendResult result, RecordedCase exchange)
    {
        if (result.IsRefusal)
        {
            return About(testCase.Checks, EvidenceKind.Kept, exchange);
        }

        if (result.IsRedirect)
        {
            return About(
                testCase.Checks, EvidenceKind.Undocumented, exchange, $"Refused ({testCase.Title}).", RedirectionOf(result), "Refused");
        }

        var documented = RefusalStatuses.Named(testCase.Operation, testCase.Stage!.Value);
        var expected = $"Refused with {(documented.Count > 0 ? documented[0].Status : "4xx")}";
        var found = result.IsSuccess ? $"Accepted with {result.Code}." : $"Failed with {result.Code}.";
        return About(
            testCase.Checks.Where(check => IsAbout(testCase, check, result)),
            EvidenceKind.Broken,
            exchange,
            $"{expected} ({testCase.Title}).",
            found,
            expected).Select(evidence => result.IsSuccess ? evidence with { Doubt = testCase.Doubt } : evidence);
    }

    /// <summary>
    /// A server that fails on an unreadable body breaks the check of robustness; a server that accepts it breaks the rule. Each is reported
    /// once.
    /// </summary>
    private static bool IsAbout(ContractCase testCase, CheckKey check, SendResult result) =>
        testCase.Stage is not (ViolationKind.Syntax or ViolationKind.ContentType) || CheckIds.IsCheck(check.Id) == result.IsServerError;

    private static IEnumerable<Evidence> About(
        IEnumerable<CheckKey> checks,
        EvidenceKind kind,
        RecordedCase exchange,
        string expected = "",
        string found = "",
        string? cause = null) =>
        checks.Select(check => new Evidence(check, kind, exchange, expected, found) { Cause = cause ?? expected });

    private static CheckKey Plain(ContractCase testCase) => new(CheckIds.Plain, testCase.Operation.Id);

    private static string RedirectionOf(SendResult result) => result.Header("Location") is { } location
        ? $"Redirected with {result.Code} to {location}."
        : $"Redirected with {result.Code}, without a Location header.";

    /// <summary>Whether the path names a resource, which may not exist.</summary>
    private static bool NamesResource(Operation operation) => operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path);
}
