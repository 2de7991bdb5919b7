using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Compares a response in a provider state with the example that the document gives for it.</summary>
internal static class ExampleJudge
{
    /// <param name="isReported">Whether another check, at least as sure as the example, reports what is wrong with the response.</param>
    /// <param name="isPlainRefused">Whether the operation's plain request is known to be refused.</param>
    public static IEnumerable<Evidence> Of(StateCase state, SendResult result, RecordedCase exchange, bool isReported, bool isPlainRefused)
    {
        var verdict = Compare(state, result, isReported, isPlainRefused);
        return state.Case.Checks.Select(check => verdict with { Check = check, Exchange = exchange });
    }

    private static Evidence Compare(StateCase state, SendResult result, bool isReported, bool isPlainRefused)
    {
        if (CaseJudge.Blocked(state.Case, result) is { } reason
            && !(result.RefusesCaller && state.Response.Key.Code == result.Code))
        {
            return Blocked(reason) with { Fault = result.Fault };
        }

        if (state.Case.Operation.ResponseFor(result.Code) is null && !result.IsSuccess && isReported)
        {
            // The checks of statuses report a status that the document does not describe; what its body should be like is unknown.
            return Blocked($"the server responds with {result.Code}, which the document does not describe");
        }

        if (state.Response.Key.IsSuccess && !result.IsSuccess && isPlainRefused)
        {
            return Blocked(CaseJudge.PlainIsRefused);
        }

        var expected = $"The response has status {state.Response.Status}, as in the example {state.Example.Name}.";
        if (!IsStatus(state.Response, result.Code))
        {
            return new(default, EvidenceKind.Broken, null, expected, $"The response has status {result.Code}.");
        }

        if (isReported)
        {
            return Blocked("the response breaks rules, which other checks report");
        }

        if (state.Example.Value is not { } example)
        {
            return new(default, EvidenceKind.Kept, null, expected);
        }

        if (!Json.TryParse(result.Body, out var body))
        {
            return new(
                default,
                EvidenceKind.Broken,
                null,
                $"The response is JSON like the example {state.Example.Name}.",
                "The response is not JSON.");
        }

        return ExampleLikeness.Difference(JsonNode.Parse(example.Value.GetRawText()), body, NamesOf(state), []) is { } difference
            ? new(default, EvidenceKind.Broken, null, expected, $"{difference}.")
            : new(default, EvidenceKind.Kept, null, expected);
    }

    private static Evidence Blocked(string reason) => new(default, EvidenceKind.Blocked, Found: reason);

    /// <summary>If the document only assumes a status, any status of its class matches.</summary>
    private static bool IsStatus(Response response, int code) =>
        response.Key.Status(0) == code || (response.Source == RuleSource.Assumed && response.Key.Class == code / 100);

    private static HashSet<string> NamesOf(StateCase state) =>
    [
        .. state.States
            .SelectMany(entry => entry.Member("params")?.Members() ?? [])
            .Where(member => member.Node.Value.ValueKind == JsonValueKind.String)
            .Select(member => member.Node.Value.GetString()!)
            .Where(text => text.Length > 2),
    ];
}
