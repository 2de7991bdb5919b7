using SocialContract.Contract.Messages;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Writes the drafts of one operation down as cases.</summary>
internal sealed class CaseWriter(OperationDrafts drafts)
{
    private const int BytesOfHeader = 64;

    /// <summary>
    /// The start of the ids of a rule's cases; the operation's id is in it once, also where the rule is the operation's own.
    /// </summary>
    public string IdOf(Rule rule) =>
        rule.Id.StartsWith($"{drafts.Operation.Id}/", StringComparison.Ordinal) ? rule.Id : $"{drafts.Operation.Id}/{rule.Id}";

    /// <summary>The plain request with data of its own; null where no request was found that the document accepts.</summary>
    public ContractCase? Plain(
        string id,
        string title,
        CaseExpectation expectation = CaseExpectation.Any,
        IReadOnlyList<CheckKey>? checks = null,
        CredentialForm credential = CredentialForm.Right)
    {
        if (drafts.IsEmpty)
        {
            return null;
        }

        var draft = drafts.Invented(drafts.Plain, id) with { Credential = credential };
        return Write(id, title, draft, expectation, checks ?? [], credential == CredentialForm.Right ? null : ViolationKind.Security);
    }

    /// <summary>About the memory that a request takes without its body; the body of several requests may be the same.</summary>
    private static int BytesOf(RequestMessage written, string title) =>
        (sizeof(char) * (written.Target.Length + title.Length))
        + written.Headers.Sum(header => BytesOfHeader + (sizeof(char) * (header.Key.Length + header.Value.Length)));

    /// <summary>The case of a draft that can be written.</summary>
    /// <param name="stage">For a refused case: the stage that refuses it.</param>
    /// <param name="written">The draft as it is written; null: it is written here.</param>
    public ContractCase Write(
        string id,
        string title,
        RequestDraft draft,
        CaseExpectation expectation,
        IReadOnlyList<CheckKey> checks,
        ViolationKind? stage = null,
        RequestMessage? written = null)
    {
        written ??= RequestWriter.Write(draft)!;
        if (!drafts.Operation.DescribesSuccess)
        {
            // Nothing can be held against a status.
            (expectation, checks, stage) = (CaseExpectation.Any, [], null);
        }

        drafts.Budget.ChargeKept(BytesOf(written, title) + (draft.RawBody is null ? written.Body.Length : 0));
        drafts.Budget.ChargeHash(draft.RawBody is null ? written.Body.Length : 0);
        return new ContractCase
        {
            Id = id,
            Operation = drafts.Operation,
            Title = title,
            Checks = checks,
            Expectation = expectation,
            Stage = stage,
            Request = written,
            Role = draft.Role,
            Credential = draft.Credential,
            Needs = [.. draft.Needs.Select(needed => needed.Creator)],
            Bindings = draft.Needs,
            Samples = draft.Samples(),
            Creates = expectation is CaseExpectation.Accepted or CaseExpectation.Any,
        };
    }
}
