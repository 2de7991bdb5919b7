using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Http;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Results;
using SocialContract.Verification.Sending;

namespace SocialContract.Verification.Judging;

/// <summary>Compares each response with the document's description: status, headers, content type, body.</summary>
internal sealed class ResponseJudge(ContractDescription api)
{
    private readonly ContractValidators _validators = new(api);
    private readonly StatusJudge _statuses = new(api.Rules);

    public ResponseFinding Judge(
        ContractCase testCase, Answer answer, Exchange exchange, CancellationToken cancellationToken = default)
    {
        var operation = testCase.Operation;
        if (answer.Fault != FaultKind.None || answer.Code == 429 || _validators.Response(operation).Faults.Count > 0)
        {
            return ResponseFinding.Nothing;
        }

        var (response, status) = _statuses.Judge(testCase, answer, exchange);
        if (response is null)
        {
            return new(false, status);
        }

        // Where another status of its class is only assumed, the response is read as if it had the documented one.
        var message = answer.Message!;
        var described = operation.ResponseFor(answer.Code) is null
            ? new ResponseMessage(response.Key.Status(0), message.Headers, message.Body)
            : message;
        var violations = _validators.Response(operation).Validate(described, testCase.Method == "HEAD");
        if (testCase.Expectation == CaseExpectation.Refused && answer.IsSuccess)
        {
            // The case's own check reports that the request was not refused; what is wrong in the body follows from that.
            return new(violations.Count == 0, status);
        }

        // Each cause once: a list may hold thousands of elements that are wrong in one way.
        var broken = violations.DistinctBy(violation => (violation.Rule.Id, violation.Expected)).Select(violation => new Evidence(
            new CheckKey(violation.Rule.Id, operation.Id),
            EvidenceKind.Broken,
            exchange,
            violation.Expected,
            $"{violation.Instance}: {violation.Found}"));
        return new(
            violations.Count == 0,
            [.. status, .. broken, .. Kept(operation, response, described, violations, exchange, cancellationToken)]);
    }

    /// <summary>What the document says of a response with that Content-Type; null where it says nothing.</summary>
    private static MediaType? Described(Response response, string? contentType) =>
        MediaTypeName.TryParse(contentType, out var sent) && response.Content.IndexFor(sent) is >= 0 and var index
            ? response.Content[index]
            : null;

    /// <summary>That the response keeps each rule that it could have broken.</summary>
    private IEnumerable<Evidence> Kept(
        Operation operation,
        Response response,
        ResponseMessage message,
        IReadOnlyList<Violation> violations,
        Exchange exchange,
        CancellationToken cancellationToken)
    {
        var broken = violations.Select(violation => violation.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var media = Described(response, message.Headers["Content-Type"]);
        var values = new JsonObject();
        if (Json.TryParse(message.Body, out var body))
        {
            values["body"] = body;
        }

        return api.Rules.Responses(operation)
            .Where(use => use.Response == response && (use.MediaType is null || use.MediaType == media))
            .Where(use => !broken.Contains(use.Rule.Id) && IsShown(use, message, values, cancellationToken))
            .Select(use => new Evidence(new CheckKey(use.Rule.Id, operation.Id), EvidenceKind.Kept, exchange));
    }

    private static bool IsShown(RuleUse use, ResponseMessage message, JsonObject values, CancellationToken cancellationToken)
    {
        if (use.Rule.Kind == RuleKind.ContentType)
        {
            return !message.Body.IsEmpty;
        }

        if (use.Instance.StartsWith("/header/", StringComparison.Ordinal))
        {
            return use.Rule.Kind == RuleKind.Header || message.Headers.Contains(JsonPointer.Unescape(use.Instance["/header/".Length..]));
        }

        cancellationToken.ThrowIfCancellationRequested();
        return MessageValues.ValuesAt(values, use.Instance).Any(value => Applies(use.Rule, value));
    }

    /// <summary>Whether the rule says anything about a value of that type (JSON Schema Validation, section 6).</summary>
    private static bool Applies(Rule rule, JsonNode? value) =>
        rule.Keyword is not { } name
        || KeywordCatalog.Find(name) is not { } keyword
        || (keyword.AppliesTo & TypeNames.OfKind(value?.GetValueKind() ?? JsonValueKind.Null)) != 0;
}

/// <summary>What a response shows by its form.</summary>
/// <param name="IsSound">
/// Whether the document describes the response and nothing in it is wrong: only then do its values mean something.
/// </param>
internal sealed record ResponseFinding(bool IsSound, IReadOnlyList<Evidence> Evidence)
{
    public static ResponseFinding Nothing { get; } = new(false, []);
}
