using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Compares an answer in a provider state with the example that the document gives for it.</summary>
internal sealed class ExampleJudge(Ledger ledger)
{
    /// <param name="isSound">Whether nothing in the answer's form is wrong.</param>
    public void Judge(StateCase state, Answer answer, Exchange exchange, bool isSound)
    {
        if (CaseJudge.Blocked(state.Case, answer) is { } reason && !(answer.Code is 401 or 403 && state.Response.Status == $"{answer.Code}"))
        {
            ledger.Add(state.Case.Rows, EvidenceKind.Blocked, exchange, found: reason);
            return;
        }

        var expected = $"The answer is {state.Response.Status} like the example {state.Example.Name}.";
        if (ResponseMatch.Of(state.Case.Operation, answer.Code) is null && !answer.IsSuccess)
        {
            // That the status is none of the document's is one cause, and the rows' of statuses; what its body should be like, nobody knows.
            ledger.Add(state.Case.Rows, EvidenceKind.Blocked, exchange, found: $"the server answers {answer.Code}, which the document does not describe");
        }
        else if (state.Response.Status.StartsWith('2') && !answer.IsSuccess && ledger.IsBroken(new CheckKey(CheckIds.Plain, state.Case.Operation.Id)))
        {
            ledger.Add(state.Case.Rows, EvidenceKind.Blocked, exchange, found: "a plain request that obeys every rule is not accepted");
        }
        else if (!IsStatus(state.Response, answer.Code))
        {
            ledger.Add(state.Case.Rows, EvidenceKind.Broken, exchange, expected, $"Answered {answer.Code}.");
        }
        else if (isSound && Json.TryParse(answer.Bytes, out var body) && state.Example.Value is { } example)
        {
            var difference = ExampleLikeness.Difference(JsonNode.Parse(example.Value.GetRawText()), body, NamesOf(state), []);
            ledger.Add(state.Case.Rows, difference is null ? EvidenceKind.Kept : EvidenceKind.Broken, exchange, expected, difference is null ? "" : $"{difference}.");
        }
        else
        {
            ledger.Add(state.Case.Rows, EvidenceKind.Blocked, exchange, found: "the answer's form is broken, see the other rows");
        }
    }

    /// <summary>An assumed status stands for its class.</summary>
    private static bool IsStatus(Response response, int code) =>
        ResponseMatch.CodeOf(response) == code || (response.Source == RuleSource.Assumed && response.Status[0] - '0' == code / 100);

    private static HashSet<string> NamesOf(StateCase state) =>
    [
        .. state.States
            .SelectMany(one => one.Member("params")?.Members() ?? [])
            .Where(member => member.Node.Value.ValueKind == JsonValueKind.String)
            .Select(member => member.Node.Value.GetString()!)
            .Where(text => text.Length > 2),
    ];
}
