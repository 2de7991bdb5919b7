using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>
/// Notices where a server refuses, but never with the status that the document has for it: it fails on all that is wrong, or tells of the
/// fault in an answer with a success's status. That is one cause and the status rule's, however many rules the requests break.
/// </summary>
internal sealed class RefusalReview(Run run)
{
    private readonly List<(ContractCase Case, Answer Answer, Exchange Exchange, bool IsSound)> _noted = [];
    private readonly HashSet<Operation> _succeeds = [];

    /// <param name="isSound">Whether the answer is as the document describes answers of its status.</param>
    public void Note(ContractCase one, Answer answer, Exchange exchange, bool isSound)
    {
        if (one.Expectation == CaseExpectation.Accepted && answer.IsSuccess && isSound)
        {
            _succeeds.Add(one.Operation);
        }
        else if (one.Stage is not (null or ViolationKind.Security) && CaseJudge.Blocked(one, answer) is null)
        {
            _noted.Add((one, answer, exchange, isSound));
        }
    }

    public void Conclude()
    {
        foreach (var operation in run.Plan.Api.Operations)
        {
            var status = new CheckKey(run.Plan.Api.Rules.ForStatus(operation).Id, operation.Id);
            var documented = RefusalStatus.Documented(operation, ViolationKind.Body);
            var isSure = run.Plan.Rows.Any(row => row.Key == status && !row.IsLeftOut && row.Source != RuleSource.Assumed);
            if (isSure && documented.Count > 0 && documented[0].Source != RuleSource.Assumed)
            {
                Conclude(operation, status, documented[0].Status);
            }
        }
    }

    private void Conclude(Operation operation, CheckKey status, string documented)
    {
        var noted = _noted.Where(one => one.Case.Operation == operation).ToList();
        var refusals = noted
            .Where(one => one.Case is { Expectation: CaseExpectation.Refused, Stage: ViolationKind.Parameter or ViolationKind.Body })
            .ToList();
        if (refusals.SelectMany(one => one.Case.Rows).Distinct().Count() < 2)
        {
            return;
        }

        if (refusals.TrueForAll(one => one.Answer.IsServerError))
        {
            Fold([.. noted.Where(one => one.Answer.IsServerError)], "Failed with");
        }
        else if (_succeeds.Contains(operation) && refusals.TrueForAll(one => one.Answer.IsSuccess && !one.IsSound))
        {
            Fold([.. noted.Where(one => one.Answer.IsSuccess && !one.IsSound)], "Answered, not in the form of a success, but with");
        }

        void Fold(List<(ContractCase Case, Answer Answer, Exchange Exchange, bool IsSound)> folded, string found)
        {
            var expected = $"Refused with {documented}, as {RefusalStatus.Subject(ViolationKind.Body)} are.";
            run.Ledger.Withdraw(folded.Select(one => one.Exchange));
            foreach (var (one, answer, exchange, _) in folded)
            {
                var reason = $"whatever is wrong with a request, it is answered with {answer.Code}";
                run.Ledger.Add(status, EvidenceKind.Broken, exchange, expected, $"{found} {answer.Code}.");
                run.Ledger.Add(one.Rows, EvidenceKind.Blocked, exchange, found: reason);
            }
        }
    }
}
