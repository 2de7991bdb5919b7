using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract;
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
        ContractCase testCase, SendResult result, RecordedCase exchange, CancellationToken cancellationToken = default)
    {
        var operation = testCase.Operation;
        if (result.Fault != FaultKind.None || result.IsThrottled || _validators.Response(operation).Faults.Count > 0)
        {
            return ResponseFinding.Nothing;
        }

        var (response, status) = _statuses.Judge(testCase, result, exchange);
        if (response is null)
        {
            return new(false, status);
        }

        // If the document only assumes another status of the class, the response is validated with that status.
        var message = result.Message!;
        var described = operation.ResponseFor(result.Code) is null
            ? new ResponseMessage(response.Key.Status(0), message.Headers, message.Body)
            : message;
        var violations = _validators.Response(operation).Validate(described, testCase.Method == "HEAD");
        if (testCase.Expectation == CaseExpectation.Refused && result.IsSuccess)
        {
            // The case's own check reports that the request was not refused; what is wrong in the body follows from that.
            return new(violations.Count == 0, status);
        }

        if (violations.FirstOrDefault(violation => violation.Kind == ViolationKind.Syntax) is { } unread
            && Json.IsTooDeep(message.Body.Span))
        {
            const string Reason = "the response nests arrays and objects deeper than this kit reads";
            return new(false, [.. status, new(new CheckKey(unread.Rule.Id, operation.Id), EvidenceKind.Blocked, exchange, Found: Reason)]);
        }

        // Each cause is reported once, since thousands of elements of a list may have the same fault.
        var broken = violations.DistinctBy(violation => (violation.Rule.Id, violation.Expected)).Select(violation => new Evidence(
            new CheckKey(violation.Rule.Id, operation.Id),
            EvidenceKind.Broken,
            exchange,
            violation.Expected,
            $"{violation.Instance}: {violation.Found}") { Rule = violation.Rule, Doubt = OverlapDoubt.Of(violation, api.View) });
        return new(
            violations.Count == 0,
            [.. status, .. broken, .. Kept(operation, response, described, violations, exchange, cancellationToken)]);
    }

    /// <summary>The media type that describes the Content-Type; null if there is none.</summary>
    private static MediaType? Described(Response response, string? contentType) =>
        MediaTypeName.TryParse(contentType, out var sent) && response.Content.IndexFor(sent) is >= 0 and var index
            ? response.Content[index]
            : null;

    /// <summary>The rules that the response could have broken and keeps.</summary>
    private IEnumerable<Evidence> Kept(
        Operation operation,
        Response response,
        ResponseMessage message,
        IReadOnlyList<Violation> violations,
        RecordedCase exchange,
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

        if (MessagePointer.Parse(use.Instance) is { Part: MessagePart.Header } header)
        {
            return use.Rule.Kind == RuleKind.Header || message.Headers.Contains(header.Name);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return MessageValues.ValuesAt(values, use.Instance).Any(value => Applies(use.Rule, value));
    }

    /// <summary>Whether the rule applies to values of that type (JSON Schema Validation, section 6).</summary>
    private static bool Applies(Rule rule, JsonNode? value) =>
        rule.Keyword is not { } name
        || KeywordCatalog.Find(name) is not { } keyword
        || (keyword.AppliesTo & TypeNames.OfKind(value?.GetValueKind() ?? JsonValueKind.Null)) != 0;
}

/// <summary>The evidence from validating a response.</summary>
/// <param name="IsSound">Whether the document describes the response and the response is valid; only then are its values compared.</param>
internal sealed record ResponseFinding(bool IsSound, IReadOnlyList<Evidence> Evidence)
{
    public static ResponseFinding Nothing { get; } = new(false, []);
}
