using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>
/// Compares the status of each response with those that the document describes. Where the document only assumes a status, any of its class
/// conforms: another one is a question of that status's check (<see cref="CheckIds.Status"/>).
/// </summary>
internal sealed class StatusJudge(RuleBook rules)
{
    /// <returns>
    /// With the document's description of the response; null where it has none, or where another check reports it.
    /// </returns>
    public (Response? Described, IReadOnlyList<Evidence> Evidence) Judge(ContractCase testCase, Answer answer, Exchange exchange)
    {
        var operation = testCase.Operation;
        var found = operation.ResponseFor(answer.Code);
        var isRefusal = answer.IsRefusal && testCase.Stage is not null && CaseJudge.Blocked(testCase, answer) is null;
        List<Evidence> evidence = isRefusal && Refusal(testCase, answer, found, exchange) is { } refusal ? [refusal] : [];
        if (found is not null)
        {
            evidence.Add(new(StatusOf(operation), EvidenceKind.Kept, exchange));
            if (answer.IsSuccess)
            {
                evidence.Add(new(CheckIds.Status(found, operation), EvidenceKind.Kept, exchange));
            }

            return (found, evidence);
        }

        if (answer.IsSuccess && AssumedSuccess(operation) is { } assumed)
        {
            evidence.Add(new(StatusOf(operation), EvidenceKind.Kept, exchange));
            evidence.Add(Other(assumed, operation, answer, exchange));
            return (assumed, evidence);
        }

        var isUndescribed = answer.IsSuccess || (testCase.Expectation == CaseExpectation.Any
            && (answer.IsServerError || (IsUnexpected(answer) && !AssumesRefusal(operation))));
        if (isUndescribed)
        {
            var described = string.Join(", ", operation.Responses.Select(response => response.Status));
            evidence.Add(new(
                StatusOf(operation),
                EvidenceKind.Broken,
                exchange,
                $"A status that is described: {described}.",
                $"Responded with {answer.Code}."));
        }

        return (null, evidence);
    }

    /// <summary>Records whether a missing resource got the documented status.</summary>
    public static IEnumerable<Evidence> OfMissing(ContractCase testCase, Answer answer, Exchange exchange)
    {
        if (!answer.IsRefusal || answer.Code is 401 or 403 or 429)
        {
            return [];
        }

        var found = testCase.Operation.ResponseFor(answer.Code);
        if (found is { Status: "404" or "410" })
        {
            return [new(CheckIds.Status(found, testCase.Operation), EvidenceKind.Kept, exchange)];
        }

        var assumed = testCase.Operation.Responses.FirstOrDefault(
            response => response is { Status: "404" or "410", Source: RuleSource.Assumed });
        return assumed is null ? [] : [Other(assumed, testCase.Operation, answer, exchange)];
    }

    private Evidence? Refusal(ContractCase testCase, Answer answer, Response? found, Exchange exchange)
    {
        var (operation, stage) = (testCase.Operation, testCase.Stage!.Value);
        var documented = RefusalStatus.Documented(operation, stage);
        if (found is not null)
        {
            return documented.Contains(found) ? new(CheckIds.Status(found, operation), EvidenceKind.Kept, exchange) : null;
        }

        if (documented.Count == 0)
        {
            return RefusalStatus.IsOfHttp(stage, answer.Code) ? null : new(
                StatusOf(operation),
                EvidenceKind.Undocumented,
                exchange,
                $"The document says nothing of {RefusalStatus.Subject(stage)}.",
                $"Refused with {answer.Code}, which the document does not describe.");
        }

        return RefusalStatus.IsLimit(answer.Code) ? null : new(
            documented[0].Source == RuleSource.Assumed ? CheckIds.Status(documented[0], operation) : StatusOf(operation),
            EvidenceKind.Broken,
            exchange,
            $"Refused with {documented[0].Status}, as {RefusalStatus.Subject(stage)} are.",
            $"Refused, but with {answer.Code}.");
    }

    private static Evidence Other(Response assumed, Operation operation, Answer answer, Exchange exchange) => new(
        CheckIds.Status(assumed, operation),
        EvidenceKind.Broken,
        exchange,
        $"The status is {assumed.Status}.",
        $"The status is {answer.Code}.");

    private static Response? AssumedSuccess(Operation operation) =>
        operation.Responses.FirstOrDefault(response => response.Status.StartsWith('2') && response.Source == RuleSource.Assumed);

    /// <summary>Refused, and not because the caller may not do it or the resource is missing.</summary>
    private static bool IsUnexpected(Answer answer) => answer.IsRefusal && answer.Code is not (401 or 403 or 404 or 405 or 410);

    /// <summary>Where the document only assumes the status of refusals, any 4xx is one; those of callers are judged apart.</summary>
    private static bool AssumesRefusal(Operation operation)
    {
        var refusals = operation.Responses.Where(response => response.Status is ['4', ..] and not ("401" or "403")).ToList();
        return refusals.Count > 0 && refusals.TrueForAll(response => response.Source == RuleSource.Assumed);
    }

    private CheckKey StatusOf(Operation operation) => new(rules.ForStatus(operation).Id, operation.Id);
}
