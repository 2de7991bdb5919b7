using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Says what an answer means for the rows that its case is about.</summary>
internal sealed class CaseJudge(Ledger ledger)
{
    /// <summary>Whether the answer tells nothing, and why; null where it tells something.</summary>
    public static string? Blocked(ContractCase one, Answer answer) => answer switch
    {
        { Fault: not FaultKind.None } => answer.FaultText,
        { Code: 429 } => "the server answers 429, too many requests",
        { Code: 503 } when answer.Header("Retry-After") is not null => "the server answers 503 and asks to come back later",
        { Code: 401 or 403 } when one.Stage != ViolationKind.Security => $"the server answers {answer.Code}: the token given may not do this",
        { Code: 404 } when one.Expectation == CaseExpectation.Accepted && IsOfThing(one.Operation) =>
            "the server answers 404: nothing there has the id that was asked for",
        _ => null,
    };

    /// <param name="singles">Whether each edge of the case is sent alone where this one is refused.</param>
    public void Judge(ContractCase one, Answer answer, Exchange exchange, bool singles = false)
    {
        if (Blocked(one, answer) is { } reason)
        {
            ledger.Add(one.Rows, EvidenceKind.Blocked, exchange, found: reason);
            return;
        }

        switch (one.Expectation)
        {
            case CaseExpectation.Accepted:
                Accepted(one, answer, exchange, singles);
                break;
            case CaseExpectation.Refused:
                Refused(one, answer, exchange);
                break;
            case CaseExpectation.NoServerError when answer.IsServerError:
                ledger.Add(one.Rows, EvidenceKind.Broken, exchange, "Any answer but 5xx.", $"Answered {answer.Code}.");
                break;
            case CaseExpectation.NoServerError:
                ledger.Add(one.Rows, EvidenceKind.Kept, exchange);
                break;
        }
    }

    private void Accepted(ContractCase one, Answer answer, Exchange exchange, bool singles)
    {
        if (IsAcceptance(one, answer))
        {
            ledger.Add(one.Rows, EvidenceKind.Accepted, exchange);
            return;
        }

        var (kind, expected, found) = answer.IsRedirect
            ? (EvidenceKind.Undocumented, "An answer, not a redirection.", $"Redirected with {answer.Code} to {answer.Header("Location") ?? "nowhere"}.")
            : (EvidenceKind.Broken,
                $"Accepted, for the request obeys every rule ({one.Title}).",
                $"{(answer.IsServerError ? "Failed" : "Refused")} with {answer.Code}.");
        var plain = new CheckKey(CheckIds.Plain, one.Operation.Id);
        if (one.Rows.Contains(plain) && one.OnlyIfRefused is null)
        {
            // A plain request that is refused is one cause, however many rules it keeps.
            ledger.Add(plain, kind, exchange, expected, found);
            var reason = $"a plain request that obeys every rule is answered with {answer.Code}";
            ledger.Add(one.Rows.Where(row => row != plain), EvidenceKind.Blocked, exchange, found: reason);
        }
        else if (ledger.IsBroken(plain))
        {
            ledger.Add(one.Rows, EvidenceKind.Blocked, exchange, found: "a plain request that obeys every rule is not accepted");
        }
        else if (!singles)
        {
            ledger.Add(one.Rows, kind, exchange, expected, found);
        }
    }

    private void Refused(ContractCase one, Answer answer, Exchange exchange)
    {
        if (answer.IsRefusal)
        {
            ledger.Add(one.Rows, EvidenceKind.Kept, exchange);
        }
        else if (answer.IsRedirect)
        {
            var found = $"Redirected with {answer.Code} to {answer.Header("Location") ?? "nowhere"}.";
            ledger.Add(one.Rows, EvidenceKind.Undocumented, exchange, $"Refused ({one.Title}).", found);
        }
        else
        {
            var documented = RefusalStatus.Documented(one.Operation, one.Stage!.Value);
            var status = documented.Count > 0 ? documented[0].Status : "4xx";
            var found = answer.IsSuccess ? $"Accepted with {answer.Code}." : $"Failed with {answer.Code}.";
            ledger.Add(one.Rows.Where(row => IsAbout(one, row, answer)), EvidenceKind.Broken, exchange, $"Refused with {status} ({one.Title}).", found);
        }
    }

    /// <summary>That the server fails at a body which it cannot read is a check's row, that it lets it through the rule's: one cause, one line.</summary>
    private static bool IsAbout(ContractCase one, CheckKey row, Answer answer) =>
        one.Stage is not (ViolationKind.Syntax or ViolationKind.ContentType) || CheckIds.IsCheck(row.Id) == answer.IsServerError;

    /// <summary>Whether the server did as asked: also by sending the caller elsewhere, where the document says so.</summary>
    public static bool IsAcceptance(ContractCase one, Answer answer) =>
        answer.IsSuccess || (answer.IsRedirect && ResponseMatch.Of(one.Operation, answer.Code) is { Status: not "default" });

    /// <summary>Whether the path names one thing, which may not be there.</summary>
    private static bool IsOfThing(Operation operation) => operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path);
}
