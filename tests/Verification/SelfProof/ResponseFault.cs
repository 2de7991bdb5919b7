using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Provenances;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation;
using SocialContract.Verification.Messages;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.SelfProof;

/// <summary>Breaks one rule in a server's responses, wherever they have what it applies to.</summary>
internal sealed class ResponseFault(ContractDescription api, Rule rule)
{
    private readonly OperationRouter _router = OperationRouter.Build(api.Operations);
    private readonly ContractValidators _validators = new(api);
    private int _made;

    /// <summary>How many responses were broken.</summary>
    public int Made => _made;

    public void Use(IApplicationBuilder web) => BufferedResponse.Changed((context, body) =>
    {
        var route = _router.Match(context.Request.Method, context.Request.Path.Value ?? "/");
        return route.Operation is { } operation ? Break(operation, context.Response, body) : body;
    })(web);

    private byte[] Break(Operation operation, HttpResponse response, byte[] body)
    {
        var described = operation.ResponseFor(response.StatusCode);
        if (rule.Kind == RuleKind.Status && rule.Id == api.Rules.ForStatus(operation).Id
            && response.StatusCode == 422 && described?.Source != RuleSource.Assumed)
        {
            response.StatusCode = 418;
            Interlocked.Increment(ref _made);
            return body;
        }

        foreach (var use in api.Rules.Responses(operation)
            .Where(use => use.Rule.Id == rule.Id && use.Response is not null && use.Response == described))
        {
            if (rule.Kind == RuleKind.ContentType)
            {
                response.ContentType = "text/plain";
                Interlocked.Increment(ref _made);
                return body;
            }

            if (Json.TryParse(body, out var json) && Broken(operation, response, use, json) is { } broken)
            {
                Interlocked.Increment(ref _made);
                return broken;
            }
        }

        return body;
    }

    private byte[]? Broken(Operation operation, HttpResponse response, RuleUse use, JsonNode? json)
    {
        foreach (var mutation in Mutations.Of(rule, use.Instance, new JsonObject { ["body"] = json?.DeepClone() }, api))
        {
            if (mutation.Apply() is not { } parts)
            {
                continue;
            }

            var bytes = BodyWriter.Json(parts["body"]);
            var message = new ResponseMessage(response.StatusCode, [new("Content-Type", response.ContentType ?? "")], bytes);
            var violations = _validators.Response(operation).Validate(message);
            if (violations.Count > 0 && violations.All(violation => violation.Rule.Id == rule.Id))
            {
                return bytes;
            }
        }

        return null;
    }
}
