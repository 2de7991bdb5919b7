using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore;
using SocialContract.ReferenceImpl.Accounts;
using SocialContract.ReferenceImpl.ProviderStates;
using SocialContract.ReferenceImpl.Storage;
using SocialContract.ReferenceImpl.Users;

namespace SocialContract.ReferenceImpl.Serving;

/// <summary>The whole server: each operation of the document, behind the gate that lets through what the document allows.</summary>
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
        var builder = KestrelServer.CreateBuilder(options.Host, options.Port);
        options.Logging?.Invoke(builder.Logging);
        builder.Services
            .AddRoutingCore()
            // A trace id that no log names would only puzzle.
            .AddProblemDetails(problems => problems.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.Remove("traceId"))
            .ConfigureHttpJsonOptions(json => BodyFormat.Configure(json.SerializerOptions))
            .AddSingleton(options)
            .AddSingleton(contract)
            .AddSingleton(new UserDirectory(options.Users))
            .AddSingleton(options.Clock)
            .AddSingleton(_ => new Database(options.Database))
            .AddSingleton<ProviderStateTable>()
            .AddSingleton<ContractGate>();

        var web = builder.Build();
        // Opened now, so that a file that cannot be used is told at the start and not by the first request.
        _ = web.Services.GetRequiredService<Database>();

        options.Middleware?.Invoke(web);
        web.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf }).UseStatusCodePages().Use(web.Services.GetRequiredService<ContractGate>().InvokeAsync);
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

    /// <summary>A request that breaks HTTP itself is the client's fault; anything else is the server's.</summary>
    private static int StatusOf(Exception fault) => fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
}
