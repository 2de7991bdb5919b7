using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Validation;
using SocialContract.ReferenceImpl.Requests;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>
/// Passes a request on to its handler if it obeys every rule of the document, else refuses it. This is the server's only validation, and
/// the rules come from the document.
/// </summary>
internal sealed class ContractGate(
    ContractDescription contract, UserDirectory users, BodyLimit limit, BodyBudget budget, ILogger<ContractGate> log)
{
    private readonly OperationRouter _router = OperationRouter.Build(contract.Operations);
    private readonly ContractValidators _validators = new(contract);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Operation>() is not { } operation)
        {
            await next(context);
            return;
        }

        var route = _router.Match(context.Request.Method, context.Request.ToMessage().Path);
        if (route.Operation != operation)
        {
            // ASP.NET's routes ignore case; the document's paths are case-sensitive.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (outcome, body) = await BufferedBody.ReadAsync(context.Request, limit.Bytes, budget, context.RequestAborted);
        if (outcome != BodyOutcome.Whole)
        {
            await BodyRefusal.Of(outcome, context, limit, log).ExecuteAsync(context);
            return;
        }

        using (body)
        {
            User? caller = null;
            var registered = new RequestValidationOptions { AcceptsToken = (_, token) => users.TryFind(token, out caller) };
            using var verdict = _validators.Request(operation).Validate(context.Request.ToMessage(body.Bytes), route, registered);
            if (verdict.IsValid)
            {
                context.Features.Set(new ConformingRequest(caller!, verdict.Body is { } json ? PlainJson.Of(json.Root) : default));
                await next(context);
            }
            else
            {
                Log.Refused(log, operation.Id, string.Join(", ", verdict.Violations.Select(violation => violation.Rule.Id)));
                await ContractRefusal.Of(verdict, context.Response).ExecuteAsync(context);
            }
        }
    }
}
