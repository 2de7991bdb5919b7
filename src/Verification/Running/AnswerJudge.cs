using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Keywords;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.Verification.Cases;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;

namespace SocialContract.Verification.Running;

/// <summary>Holds each answer against what the document says of answers: status, headers, content type, body.</summary>
internal sealed class AnswerJudge(VerificationPlan plan, Ledger ledger)
{
    private readonly ContractValidators _validators = new(plan.Api);
    private readonly StatusJudge _statuses = new(plan.Api.Rules, ledger);

    /// <summary>Adds what the answer shows.</summary>
    /// <returns>Whether a response of the document describes the answer and nothing in it is wrong: only then its values mean something.</returns>
    public bool Judge(ContractCase one, Answer answer, Exchange exchange)
    {
        var operation = one.Operation;
        if (answer.Fault != FaultKind.None || answer.Code == 429 || _validators.Response(operation).Faults.Count > 0)
        {
            return false;
        }

        if (_statuses.Judge(one, answer, exchange) is not { } response)
        {
            return false;
        }

        var described = ResponseMatch.Of(operation, answer.Code) is null ? answer.As(ResponseMatch.CodeOf(response)) : answer;
        var violations = _validators.Response(operation).Validate(described.Message, one.Method == "HEAD");
        if (one.Expectation == CaseExpectation.Refused && answer.IsSuccess)
        {
            // That it is no refusal is one cause, and another row's; what its body is like follows from it.
            return violations.Count == 0;
        }

        foreach (var violation in violations)
        {
            ledger.Add(
                new CheckKey(violation.Rule.Id, operation.Id), EvidenceKind.Broken, exchange, violation.Expected, $"{violation.Instance}: {violation.Found}");
        }

        Exercised(operation, response, described, violations, exchange);
        return violations.Count == 0;
    }

    /// <summary>Adds what the status of an answer shows that tells of something that is not there.</summary>
    public void Missing(ContractCase one, Answer answer, Exchange exchange) => _statuses.Missing(one, answer, exchange);

    /// <summary>Adds that the answer keeps each rule that it could have broken.</summary>
    private void Exercised(Operation operation, Response response, Answer answer, IReadOnlyList<Violation> violations, Exchange exchange)
    {
        var broken = violations.Select(violation => violation.Rule.Id).ToHashSet(StringComparer.Ordinal);
        var media = ResponseMatch.Media(response, answer.Header("Content-Type"));
        var parts = new JsonObject();
        if (Json.TryParse(answer.Bytes, out var body))
        {
            parts["body"] = body;
        }

        var uses = plan.Api.Rules.Responses(operation).Where(use => use.Response == response && (use.MediaType is null || use.MediaType == media));
        foreach (var use in uses.Where(use => !broken.Contains(use.Rule.Id)))
        {
            if (IsShown(use, answer, parts))
            {
                ledger.Add(new CheckKey(use.Rule.Id, operation.Id), EvidenceKind.Kept, exchange);
            }
        }
    }

    private static bool IsShown(RuleUse use, Answer answer, JsonObject parts)
    {
        if (use.Rule.Kind == RuleKind.ContentType)
        {
            return !answer.Bytes.IsEmpty;
        }

        if (use.Instance.StartsWith("/header/", StringComparison.Ordinal))
        {
            return use.Rule.Kind == RuleKind.Header || answer.Header(JsonPointer.Unescape(use.Instance["/header/".Length..])) is not null;
        }

        return MessageValues.Find(parts, use.Instance).Any(pointer => MessageValues.TryGet(parts, pointer, out var value) && Applies(use.Rule, value));
    }

    /// <summary>Whether the rule says anything about a value of that type (JSON Schema Validation, section 6).</summary>
    private static bool Applies(Rule rule, JsonNode? value) =>
        rule.Keyword is not { } name
        || KeywordCatalog.Find(name) is not { } keyword
        || (keyword.AppliesTo & TypeNames.OfKind(value?.GetValueKind() ?? JsonValueKind.Null)) != 0;
}
