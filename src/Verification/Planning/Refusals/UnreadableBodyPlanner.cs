using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning.Checks;
using SocialContract.Verification.Planning.Requests;

namespace SocialContract.Verification.Planning.Refusals;

/// <summary>
/// Plans malformed, deeply nested and large JSON bodies, which a server may refuse but to which it must not respond with 5xx.
/// </summary>
internal sealed class UnreadableBodyPlanner(OperationDrafts drafts, CaseWriter writer, CheckList checks, WrittenRequestValidator requests)
{
    /// <summary>The length of the string in the large body, in characters.</summary>
    private const int LargeBody = 1024 * 1024;

    /// <summary>The number of nested arrays in the deep body.</summary>
    private const int DeepBody = 2_000;

    private static readonly byte[] Large = [.. "{\"contract_kit_large\":\""u8, .. Enumerable.Repeat((byte)'a', LargeBody), .. "\"}"u8];
    private static readonly byte[] Deep = [.. Enumerable.Repeat((byte)'[', DeepBody), .. Enumerable.Repeat((byte)']', DeepBody)];

    public IEnumerable<ContractCase> Cases()
    {
        if (drafts.Media is not { } media || !MediaTypes.IsJson(media.Name))
        {
            return [];
        }

        var cut = Cut(BodyWriter.Json(drafts.Plain.Values["body"]));
        return
        [
            Case(CheckIds.MalformedJson, "malformed JSON never gets a 5xx", "the body is cut off in the middle", cut),
            Case(CheckIds.DeepBody, "a deeply nested body never gets a 5xx", $"the body is {DeepBody} nested arrays", Deep),
            Case(CheckIds.LargeBody, "a large body never gets a 5xx", $"the body has a string of {LargeBody} characters", Large),
        ];
    }

    private ContractCase Case(string id, string statement, string title, byte[] body)
    {
        var check = checks.Add(id, RuleSource.Stated, statement, drafts.Operation.RequestBody!.Node);
        var draft = drafts.Plain with { RawBody = body };
        var written = RequestWriter.Write(draft)!;

        // Malformed JSON breaks the rule of the content type.
        var broken = id == CheckIds.MalformedJson && requests.Violations(drafts.Operation, written, draft.Samples()) is [var violation]
            ? violation.Rule
            : null;
        return writer.Write(
            $"{drafts.Operation.Id}/{id["check/".Length..]}",
            title,
            draft,
            broken is null ? CaseExpectation.NoServerError : CaseExpectation.Refused,
            broken is null ? [check] : [check, checks.KeyOf(broken)],
            ViolationKind.Syntax,
            written);
    }

    private static byte[] Cut(byte[] body) => body.Length > 2 ? body[..^2] : "{"u8.ToArray();
}
