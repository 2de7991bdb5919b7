using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SocialContract.Verification.Tests.Support;

/// <content>The responses that the pages do not show, in which such servers differ.</content>
internal sealed partial record RailsServer
{
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    private Task RefuseAsync(HttpContext context)
    {
        // authenticate_or_request_with_http_token sends the first form, `head :unauthorized` the second, Devise the third.
        context.Response.Headers.WWWAuthenticate = "Token realm=\"Application\"";
        return Unauthenticated switch
        {
            RailsUnauthenticated.Text => SendAsync(context, 401, Html, "HTTP Token: Access denied.\n"),
            RailsUnauthenticated.Empty => SendAsync(context, 401, null, ""),
            RailsUnauthenticated.Devise => SendAsync(context, 401, Json, """{"error":"You need to sign in before continuing."}"""),
            _ => SendAsync(context, 403, Json, """{"errors":["Only registered user can perform this action"]}"""),
        };
    }

    private Task ErrorAsync(HttpContext context, ParameterFault fault)
    {
        var sentence = $"Invalid parameter '{fault.Parameter}' value: {fault.Sentence}";
        var body = Errors switch
        {
            RailsErrors.Error => new JsonObject { ["error"] = sentence },
            RailsErrors.Errors => new JsonObject { ["errors"] = new JsonArray(sentence) },
            RailsErrors.Fields => new JsonObject { [fault.Parameter] = new JsonArray(fault.Sentence) },
            _ => null,
        };
        return body is null
            ? SendAsync(context, Refusal, "text/plain; charset=utf-8", sentence)
            : SendAsync(context, Refusal, Json, body.ToJsonString());
    }

    /// <summary>An action that did not look at its parameters found nothing to do in them, and no record of that id.</summary>
    private Task AcceptAsync(HttpContext context, RailsRoute route) => route.Elements is { } elements
        ? SendAsync(context, Success, Json, $$"""{"success":true,"{{elements}}":[],"message":[]}""")
        : PageAsync(context, 404);

    /// <summary>What Rails sends where no action does: <c>public/404.html</c> and its like, or nothing.</summary>
    private Task PageAsync(HttpContext context, int status) => Pages == RailsPages.Html
        ? SendAsync(context, status, Html, $"<!DOCTYPE html>\n<html><body><h1>{status}</h1></body></html>\n")
        : SendAsync(context, status, null, "");

    private static Task SendAsync(HttpContext context, int status, string? type, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return BufferedResponse.WriteAsync(context, Encoding.UTF8.GetBytes(text));
    }
}
