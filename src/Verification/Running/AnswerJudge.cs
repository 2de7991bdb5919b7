using System.Text.Json;
using System.Text.Json.Nodes;
using SocialApi.Contract.Model;
using SocialApi.Contract.Rules;
using SocialApi.Contract.Sources;
using SocialApi.Contract.Validation;
using SocialApi.Verification.Cases;
using SocialApi.Verification.Planning;
using SocialApi.Verification.Results;

namespace SocialApi.Verification.Running;

/// <summary>Holds each answer against what the document says of answers: status, headers, content type, body.</summary>
internal sealed class AnswerJudge(VerificationPlan plan, Ledger ledger)
{
    private readonly ContractValidators _validators = new(plan.Api);

    /// <summary>Adds what the answer shows.</summary>
    /// <returns>Whether a response of the document describes the answer and nothing in it is wrong: only then its values mean something.</returns>
    public bool Judge(ContractCase one, Answer answer, Exchange exchange)
    {
        var operation = one.Operation;
        if (answer.Fault != FaultKind.None || answer.Code == 429 || _validators.Response(operation).Faults.Count > 0)
        {
            return false;
        }

        var status = new RowKey(plan.Api.Rules.ForStatus(operation).Id, operation.Id);
        if (Described(one, answer, status, exchange) is not { } response)
        {
            return false;
        }

        ledger.Add(status, EvidenceKind.Kept, exchange);
        var described = ResponseMatch.Of(operation, answer.Code) is null ? answer.As(ResponseMatch.CodeOf(response)) : answer;
        var violations = _validators.Response(operation).Validate(described, one.Method == "HEAD");
        foreach (var violation in violations)
        {
            ledger.Add(
                new RowKey(violation.Rule.Id, operation.Id), EvidenceKind.Broken, exchange, $"{violation.Rule.Statement}: {violation.Expected}.", $"{violation.Instance}: {violation.Found}");
        }

        Exercised(operation, response, described, violations, exchange);
        return violations.Count == 0;
    }

    /// <summary>The response that the document has for the answer; null where it has none, or where another row tells about it.</summary>
    private Response? Described(ContractCase one, Answer answer, RowKey status, Exchange exchange)
    {
        var operation = one.Operation;
        var found = ResponseMatch.Of(operation, answer.Code);
        var isParameter = one.Expectation == CaseExpectation.Refused && one.Stage is ViolationKind.Parameter or ViolationKind.Body;
        if (isParameter && answer.IsRefusal && answer.Code is not (401 or 403))
        {
            CheckRefusal(one, answer, found, status, exchange);
        }

        if (found is not null)
        {
            return found;
        }

        if (answer.IsSuccess)
        {
            // Any 2xx is a success where the document only assumes which.
            if (operation.Responses.FirstOrDefault(response => response.Status.StartsWith('2') && response.Source == RuleSource.Assumed) is { } assumed)
            {
                return assumed;
            }

            if (operation.Responses.Count > 0)
            {
                Broken($"Found {answer.Code}.");
            }
        }
        else if (one.Expectation == CaseExpectation.Any && (answer.IsServerError || (answer.IsRefusal && answer.Code is not (401 or 403 or 404 or 405 or 410))))
        {
            Broken($"Found {answer.Code}.");
        }

        return null;

        void Broken(string text) => ledger.Add(
            status, EvidenceKind.Broken, exchange, $"A status that is described: {string.Join(", ", operation.Responses.Select(response => response.Status))}.", text);
    }

    private void CheckRefusal(ContractCase one, Answer answer, Response? found, RowKey status, Exchange exchange)
    {
        var documented = RefusalStatus.Documented(one.Operation, one.Stage!.Value);
        if (documented.Count == 0)
        {
            if (found is null)
            {
                ledger.Add(status, EvidenceKind.Undocumented, exchange, "The document says nothing of refused parameters.", $"Refused with {answer.Code}, which the document does not describe.");
            }
        }
        else if (!documented.Contains(found) && documented[0].Source != RuleSource.Assumed)
        {
            ledger.Add(status, EvidenceKind.Broken, exchange, $"{documented[0].Status} for a request that breaks a rule of its parameters.", $"Refused, but with {answer.Code}.");
        }
    }

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

        foreach (var use in plan.Api.Rules.Responses(operation).Where(use => use.Response == response && (use.MediaType is null || use.MediaType == media) && !broken.Contains(use.Rule.Id)))
        {
            if (IsShown(use, answer, parts))
            {
                ledger.Add(new RowKey(use.Rule.Id, operation.Id), EvidenceKind.Kept, exchange);
            }
        }
    }

    private static bool IsShown(RuleUse use, Answer answer, JsonObject parts)
    {
        if (use.Rule.Keyword == "content-type")
        {
            return !answer.Bytes.IsEmpty;
        }

        if (use.Instance.StartsWith("/header/", StringComparison.Ordinal))
        {
            return use.Rule.Keyword == "header" || answer.Header(JsonPointer.Unescape(use.Instance["/header/".Length..])) is not null;
        }

        return Parts.Find(parts, use.Instance).Any(pointer => Parts.TryGet(parts, pointer, out var value) && Applies(use.Rule.Keyword, value));
    }

    /// <summary>Whether a keyword says anything about a value of that type (JSON Schema Validation, section 6).</summary>
    private static bool Applies(string keyword, JsonNode? value)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        return keyword switch
        {
            "required" or "minProperties" or "maxProperties" or "additionalProperties" or "unevaluatedProperties" or "propertyNames" or "dependentRequired" or "dependentSchemas" => kind == JsonValueKind.Object,
            "minItems" or "maxItems" or "uniqueItems" or "contains" or "items" or "additionalItems" or "unevaluatedItems" => kind == JsonValueKind.Array,
            "minLength" or "maxLength" or "pattern" => kind == JsonValueKind.String,
            "format" => kind is JsonValueKind.String or JsonValueKind.Number,
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => kind == JsonValueKind.Number,
            _ => true,
        };
    }
}
