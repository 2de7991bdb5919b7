using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.ReferenceImpl.Requests;
using SocialContract.ReferenceImpl.Serving;
using SocialContract.ReferenceImpl.Storage;

namespace SocialContract.ReferenceImpl.ProviderStates;

/// <summary><c>POST /_contract/provider-states</c>: puts the server into a state that an example or a Pact interaction needs.</summary>
internal static class ProviderStatesEndpoint
{
    public const string Path = "/_contract/provider-states";

    public static async Task<Results<NoContent, ProblemHttpResult>> Change(
        HttpRequest request,
        ProviderStateTable states,
        Database database,
        ContractDescription contract,
        BodyLimit limit,
        BodyBudget budget,
        LocalAccess access,
        IOptions<JsonOptions> json,
        ILogger<ContractGate> log,
        CancellationToken cancellationToken)
    {
        if (access.Fault(request.ToMessage()) is { } refusal)
        {
            return TypedResults.Problem(refusal, statusCode: StatusCodes.Status403Forbidden);
        }

        var (outcome, body) = await BufferedBody.ReadAsync(request, limit.Bytes, budget, cancellationToken);
        if (outcome != BodyOutcome.Whole)
        {
            return BodyRefusal.Of(outcome, request.HttpContext, limit, log);
        }

        using var held = body;
        try
        {
            var options = json.Value.SerializerOptions;
            var change = JsonSerializer.Deserialize<ProviderStateChange>(held.Bytes.Span, options)
                ?? throw new JsonException("The body is null.");
            return states.Has(change.State)
                ? await ChangeAsync(change, states, database, contract, cancellationToken)
                : Refuse($"The state '{change.State}' is unknown. The states are: {string.Join("; ", states.Names)}.");
        }
        catch (JsonException fault)
        {
            return Refuse($$"""The body must be {"state": "…", "params": {…}, "action": "setup" or "teardown"}: {{fault.Message}}""");
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ProviderStateChange change,
        ProviderStateTable states,
        Database database,
        ContractDescription contract,
        CancellationToken cancellationToken)
    {
        using var transaction = await database.BeginAsync(cancellationToken);
        try
        {
            if (change.Action == StateAction.Setup)
            {
                states.SetUp(transaction, change.State, change.Params);
            }
            else
            {
                ProviderStateTable.Clear(transaction);
            }
        }
        catch (JsonException fault)
        {
            var parameters = contract.ProviderStates.Single(state => state.Name == change.State).Parameters;
            return Refuse($"The state '{change.State}' needs the params {string.Join(", ", parameters)}: {fault.Message}");
        }

        transaction.Commit();
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Refuse(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);
}
