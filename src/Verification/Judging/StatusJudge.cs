using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Compares the status of each response with those that the document describes. Where the document only assumes a status, any status of its
/// class conforms, and a different one is a question, which the status's own check reports (<see cref="CheckIds.Status"/>).
/// </summary>
internal sealed class StatusJudge(RuleBook rules)
{
    /// <returns>
    /// With the document's description of the response; null where it has none, or where another check reports it.
    /// </returns>
    public (Response? Described, IReadOnlyList<Evidence> Evidence) Judge(ContractCase testCase, SendResult result, RecordedCase exchange)
    {
        var operation = testCase.Operation;
        var found = operation.ResponseFor(result.Code);
        var isRefusal = result.IsRefusal && testCase.Stage is not null && CaseJudge.Blocked(testCase, result) is null;
        List<Evidence> evidence = isRefusal && Refusal(testCase, result, found, exchange) is { } refusal ? [refusal] : [];
        if (found is not null)
        {
            evidence.Add(new(StatusOf(operation), EvidenceKind.Kept, exchange));
            if (result.IsSuccess)
            {
                evidence.Add(new(CheckIds.Status(found, operation), EvidenceKind.Kept, exchange));
            }

            return (found, evidence);
        }

        if (result.IsSuccess && AssumedSuccess(operation) is { } assumed)
        {
            evidence.Add(new(StatusOf(operation), EvidenceKind.Kept, exchange));
            evidence.Add(Other(assumed, operation, result, exchange));
            return (assumed, evidence);
        }

        if (!operation.DescribesSuccess)
        {
            return (null, [new(
                StatusOf(operation),
                EvidenceKind.Undocumented,
                exchange,
                $"The document describes no success of {operation.Id}, so nothing is held against a status.",
                $"The response has status {result.Code}, which the document does not describe.")]);
        }

        var isUndescribed = result.IsSuccess || (testCase.Expectation == CaseExpectation.Any
            && (result.IsServerError || (IsUnexpected(result) && !AssumesRefusal(operation))));
        if (isUndescribed)
        {
            var described = string.Join(", ", operation.Responses.Select(response => response.Status));
            evidence.Add(new(
                StatusOf(operation),
                EvidenceKind.Broken,
                exchange,
                $"The response has a status that the document describes: {described}.",
                $"The response has status {result.Code}."));
        }

        return (null, evidence);
    }

    /// <summary>Records whether a missing resource got the documented status.</summary>
    public static IEnumerable<Evidence> OfMissing(ContractCase testCase, SendResult result, RecordedCase exchange)
    {
        if (!result.IsRefusal || result.IsAboutCaller)
        {
            return [];
        }

        var found = testCase.Operation.ResponseFor(result.Code);
        if (found is not null && RefusalStatuses.IsMissing(found))
        {
            return [new(CheckIds.Status(found, testCase.Operation), EvidenceKind.Kept, exchange)];
        }

        var assumed = testCase.Operation.Responses.FirstOrDefault(
            response => response.Source == RuleSource.Assumed && RefusalStatuses.IsMissing(response));
        return assumed is null ? [] : [Other(assumed, testCase.Operation, result, exchange)];
    }

    private Evidence? Refusal(ContractCase testCase, SendResult result, Response? found, RecordedCase exchange)
    {
        var (operation, stage) = (testCase.Operation, testCase.Stage!.Value);
        var documented = RefusalStatuses.Named(operation, stage);
        if (found is not null)
        {
            return documented.Contains(found) ? new(CheckIds.Status(found, operation), EvidenceKind.Kept, exchange) : null;
        }

        if (IsScalar(testCase) && RefusalStatuses.IsOfHttp(ViolationKind.Syntax, result.Code))
        {
            return null;
        }

        if (documented.Count == 0)
        {
            return RefusalStatuses.IsOfHttp(stage, result.Code) ? null : new(
                StatusOf(operation),
                EvidenceKind.Undocumented,
                exchange,
                $"The document does not say how {RefusalWords.Several(stage)} are refused.",
                $"Refused with {result.Code}, which the document does not describe.");
        }

        return RefusalStatuses.IsLimit(result.Code) ? null : new(
            documented[0].Source == RuleSource.Assumed ? CheckIds.Status(documented[0], operation) : StatusOf(operation),
            EvidenceKind.Broken,
            exchange,
            $"Refused with {documented[0].Status}, as {RefusalWords.Several(stage)} are.",
            $"Refused with {result.Code}.");
    }

    /// <summary>
    /// Whether the JSON body is neither an object nor an array: strict parsers cannot read it, so that it is refused before its rules are
    /// looked at.
    /// </summary>
    private static bool IsScalar(ContractCase testCase) =>
        testCase.BrokenPlace == MessagePointer.Body && testCase.Body.Span.TrimStart(" \t\r\n"u8) is [not ((byte)'{' or (byte)'['), ..];

    private static Evidence Other(Response assumed, Operation operation, SendResult result, RecordedCase exchange) => new(
        CheckIds.Status(assumed, operation),
        EvidenceKind.Broken,
        exchange,
        $"The status is {assumed.Status}.",
        $"The status is {result.Code}.");

    private static Response? AssumedSuccess(Operation operation) =>
        operation.Responses.FirstOrDefault(response => response.Key.IsSuccess && response.Source == RuleSource.Assumed);

    /// <summary>Whether the request was refused for another reason than the caller or a missing resource.</summary>
    private static bool IsUnexpected(SendResult result) =>
        result is { IsRefusal: true, RefusesCaller: false, IsMissing: false } && !RefusalStatuses.IsUnrouted(result.Code);

    /// <summary>
    /// Whether the document only assumes the statuses of refusals, so that any 4xx conforms. Refusals of callers are judged elsewhere.
    /// </summary>
    private static bool AssumesRefusal(Operation operation)
    {
        var refusals = operation.Responses.Where(response => response.Key.Class == 4 && !RefusalStatuses.RefusesCaller(response))
            .ToList();
        return refusals.Count > 0 && refusals.TrueForAll(response => response.Source == RuleSource.Assumed);
    }

    private CheckKey StatusOf(Operation operation) => new(rules.ForStatus(operation).Id, operation.Id);
}
