using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.AspNetCore.Refusals;
using SocialContract.ReferenceImpl.Accounts;
using SocialContract.ReferenceImpl.ProviderStates;
using SocialContract.ReferenceImpl.Requests;
using SocialContract.ReferenceImpl.Serving;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl;

/// <summary>Builds the server: a handler for each operation of the document, behind the gate that refuses invalid requests.</summary>
internal static class ReferenceApplication
{
    private static readonly Dictionary<string, Delegate> Handlers = new()
    {
        ["createInstagramAccounts"] = InstagramAccounts.Connect,
        ["deleteInstagramAccount"] = InstagramAccounts.Delete,
        ["createFacebookPages"] = FacebookPages.Connect,
    };

    public static WebApplication Build(ContractDescription contract, ReferenceOptions options)
    {
        ILogger? log = null;
        var builder = KestrelServer.CreateBuilder(options.Host, options.Port, options.Clock, refused => LogRefused(log!, refused));
        options.Logging?.Invoke(builder.Logging);
        builder.Services
            .AddRoutingCore()
            // No log has the trace id, so it would only confuse.
            .AddProblemDetails(
                problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.Remove("trace_id"))
            .ConfigureHttpJsonOptions(json => ReferenceJson.Configure(json.SerializerOptions))
            .AddExceptionHandler<MalformedRequestHandler>()
            .AddSingleton(new BodyLimit(options.MaxBodyBytes))
            .AddSingleton(new BodyBudget(options.MaxHeldBodyBytes, options.Clock))
            .AddSingleton(contract)
            .AddSingleton(new LocalAccess(options.Host, options.AllowedHosts, options.AllowHostAdvice))
            .AddSingleton(new UserDirectory(options.Users))
            .AddSingleton(options.Clock)
            .AddSingleton(_ => new Database(options.Database))
            .AddSingleton<ProviderStateTable>()
            .AddSingleton<ContractGate>();

        var web = builder.Build();
        log = web.Services.GetRequiredService<ILogger<MalformedRequestHandler>>();
        // Opened now, so that an unusable file is reported at the start and not by the first request.
        _ = web.Services.GetRequiredService<Database>();

        options.Middleware?.Invoke(web);
        if (options.Cors)
        {
            web.Use(new BrowserAccess(ProviderStatesEndpoint.Path).InvokeAsync);
        }

        web.UseExceptionHandler()
            .UseStatusCodePages()
            .Use(web.Services.GetRequiredService<ContractGate>().InvokeAsync);
        foreach (var operation in contract.Operations)
        {
            web.MapMethods(operation.Path, [operation.Method], Handlers[operation.Id]).WithMetadata(operation);
        }

        if (options.ProviderStates)
        {
            web.MapPost(ProviderStatesEndpoint.Path, ProviderStatesEndpoint.Change);
        }

        return web;
    }

    private static void LogRefused(ILogger log, RefusedRequest refused)
    {
        var method = refused.Request.Method;
        if (refused.Response is { } response)
        {
            Log.RefusedByServer(log, method, response.Status, refused.Reason);
        }
        else
        {
            Log.RefusedWithoutResponse(log, method, refused.Reason);
        }
    }
}
