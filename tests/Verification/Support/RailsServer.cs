using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.ReferenceImpl;

namespace SocialContract.Verification.Tests.Support;

/// <summary>
/// The reference implementation behind what apipie-rails 1.5 on Rails 6.1 puts in front of an action: routing, then authentication, then
/// the body, then the parameters up to the first that fails. What such a server takes beyond the document (nulls in arrays, booleans as
/// strings, signs of an id) is put right before it is passed on.
/// </summary>
internal sealed partial record RailsServer
{
    private static readonly HashSet<string> Tokens = [.. ReferenceHost.DefaultUsers.Select(user => user.Token)];

    public RailsErrors Errors { get; init; }

    public RailsUnauthenticated Unauthenticated { get; init; }

    public RailsPages Pages { get; init; }

    /// <summary>The status of every success.</summary>
    public int Success { get; init; } = 200;

    /// <summary>The status of a refused parameter.</summary>
    public int Refusal { get; init; } = 422;

    /// <summary>The header that holds <c>Bearer TOKEN</c>.</summary>
    public string TokenHeader { get; init; } = "Authentication";

    /// <summary>Whether ids that are no numbers are not even routed.</summary>
    public bool RoutesNumbersOnly { get; init; }

    /// <summary>Whether actions take whatever they are given.</summary>
    public bool ValidatesNothing { get; init; }

    public ApipieValidator Parameters { get; init; } = new();

    public void Use(IApplicationBuilder web)
    {
        web.Use((HttpContext context, RequestDelegate next) =>
            context.Request.Path.StartsWithSegments("/_contract", StringComparison.Ordinal) ? next(context) : RespondAsync(context, next));
        // Here, so that the reference implementation is asked for the path as it is put right.
        web.UseRouting();
    }

    private async Task RespondAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        context.Response.Headers["X-Request-Id"] = "6f1c0f6e-6a3b-4f43-9a55-0b7ad1c4f1a2";
        context.Response.Headers["X-Runtime"] = "0.012345";
        if (RailsRoute.Of(request.Method, request.Path.Value ?? "", RoutesNumbersOnly) is not { } route)
        {
            await PageAsync(context, 404);
        }
        else if (!IsRegistered(request.Headers[TokenHeader].ToString()))
        {
            await RefuseAsync(context);
        }
        else if (await RailsParameters.ReadAsync(request, route) is not { } parameters)
        {
            await PageAsync(context, 400);
        }
        else if (Parameters.FirstFault(route, parameters) is { } fault)
        {
            await (ValidatesNothing ? AcceptAsync(context, route) : ErrorAsync(context, fault));
        }
        else
        {
            Replace(request, route, parameters);
            await PassOnAsync(context, next);
        }
    }

    private static bool IsRegistered(string credentials) =>
        credentials.StartsWith("Bearer ", StringComparison.Ordinal) && Tokens.Contains(credentials["Bearer ".Length..]);

    /// <summary>Asks the reference implementation what is left of the request when all is put right.</summary>
    private void Replace(HttpRequest request, RailsRoute route, JsonObject parameters)
    {
        request.Headers["Authentication"] = request.Headers[TokenHeader];
        request.Path = route.Id is null ? route.Path : $"{route.Path}/{parameters["id"]!.ToString().TrimStart('+')}";
        request.QueryString = QueryString.Empty;
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = request.Path.Value!;
        if (route.Id is null)
        {
            var body = Encoding.UTF8.GetBytes(Parameters.Normalised(parameters).ToJsonString());
            request.Body = new MemoryStream(body);
            request.ContentType = "application/json";
            request.ContentLength = body.Length;
        }
    }

    private async Task PassOnAsync(HttpContext context, RequestDelegate next)
    {
        var body = await BufferedResponse.ReadAsync(context, next);
        var response = context.Response;
        if (response.StatusCode == 404)
        {
            await PageAsync(context, 404);
            return;
        }

        response.StatusCode = response.StatusCode == 200 ? Success : response.StatusCode;
        response.ContentType = "application/json; charset=utf-8";
        await BufferedResponse.WriteAsync(context, body);
    }
}
