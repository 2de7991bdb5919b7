using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>
/// Holds the status of each answer against those that the document describes. Where it only assumes one, any of its class will do: that it is another
/// is the row of that status's (<see cref="CheckIds.Status"/>).
/// </summary>
internal sealed class StatusJudge(RuleBook rules, Ledger ledger)
{
    /// <returns>The response by which the document describes the answer; null where it has none, or where another row tells about it.</returns>
    public Response? Judge(ContractCase one, Answer answer, Exchange exchange)
    {
        var operation = one.Operation;
        var found = ResponseMatch.Of(operation, answer.Code);
        var isRefusal = answer.IsRefusal && one.Stage is not null && CaseJudge.Blocked(one, answer) is null;
        if (isRefusal)
        {
            Refusal(one, answer, found, exchange);
        }

        if (found is not null)
        {
            ledger.Add(Row(operation), EvidenceKind.Kept, exchange);
            if (answer.IsSuccess)
            {
                Kept(operation, found, exchange);
            }

            return found;
        }

        if (answer.IsSuccess)
        {
            if (operation.Responses.FirstOrDefault(response => response.Status.StartsWith('2') && response.Source == RuleSource.Assumed) is { } assumed)
            {
                ledger.Add(Row(operation), EvidenceKind.Kept, exchange);
                ledger.Add(
                    CheckIds.Status(assumed, operation), EvidenceKind.Broken, exchange, $"Answered with {assumed.Status}.", $"Answered with {answer.Code}.");
                return assumed;
            }

            Undescribed();
        }
        else if (one.Expectation == CaseExpectation.Any && (answer.IsServerError || (IsStrange(answer) && !AssumesRefusal(operation))))
        {
            Undescribed();
        }

        return null;

        void Undescribed() => Broken(
            one,
            exchange,
            $"A status that is described: {string.Join(", ", operation.Responses.Select(response => response.Status))}.",
            $"Answered {answer.Code}.");
    }

    /// <summary>What is not there, or no longer: the row of the status that the document assumes for it.</summary>
    public void Missing(ContractCase one, Answer answer, Exchange exchange)
    {
        if (!answer.IsRefusal || answer.Code is 401 or 403 or 429)
        {
            return;
        }

        var found = ResponseMatch.Of(one.Operation, answer.Code);
        if (found is { Status: "404" or "410" })
        {
            Kept(one.Operation, found, exchange);
        }
        else if (one.Operation.Responses.FirstOrDefault(response => response is { Status: "404" or "410", Source: RuleSource.Assumed }) is { } assumed)
        {
            ledger.Add(
                CheckIds.Status(assumed, one.Operation), EvidenceKind.Broken, exchange, $"Answered with {assumed.Status}.", $"Answered with {answer.Code}.");
        }
    }

    private void Refusal(ContractCase one, Answer answer, Response? found, Exchange exchange)
    {
        var stage = one.Stage!.Value;
        var documented = RefusalStatus.Documented(one.Operation, stage);
        if (found is not null)
        {
            if (documented.Contains(found))
            {
                Kept(one.Operation, found, exchange);
            }
        }
        else if (documented.Count == 0)
        {
            if (!RefusalStatus.IsOfHttp(stage, answer.Code))
            {
                ledger.Add(
                    Row(one.Operation),
                    EvidenceKind.Undocumented,
                    exchange,
                    $"The document says nothing of {RefusalStatus.Subject(stage)}.",
                    $"Refused with {answer.Code}, which the document does not describe.");
            }
        }
        else if (!RefusalStatus.IsLimit(answer.Code))
        {
            var (expected, text) = ($"Refused with {documented[0].Status}, as {RefusalStatus.Subject(stage)} are.", $"Refused, but with {answer.Code}.");
            if (documented[0].Source == RuleSource.Assumed)
            {
                ledger.Add(CheckIds.Status(documented[0], one.Operation), EvidenceKind.Broken, exchange, expected, text);
            }
            else
            {
                Broken(one, exchange, expected, text);
            }
        }
    }

    /// <summary>Refused, though not for want of rights or of the thing itself.</summary>
    private static bool IsStrange(Answer answer) => answer.IsRefusal && answer.Code is not (401 or 403 or 404 or 405 or 410);

    /// <summary>Any 4xx is a refusal where the document only assumes with which; that of callers is another matter.</summary>
    private static bool AssumesRefusal(Operation operation)
    {
        var refusals = operation.Responses.Where(response => response.Status is ['4', ..] and not ("401" or "403")).ToList();
        return refusals.Count > 0 && refusals.TrueForAll(response => response.Source == RuleSource.Assumed);
    }

    private void Kept(Operation operation, Response response, Exchange exchange) =>
        ledger.Add(CheckIds.Status(response, operation), EvidenceKind.Kept, exchange);

    private void Broken(ContractCase one, Exchange exchange, string expected, string found) =>
        ledger.Add(Row(one.Operation), EvidenceKind.Broken, exchange, expected, found);

    private CheckKey Row(Operation operation) => new(rules.ForStatus(operation).Id, operation.Id);
}
