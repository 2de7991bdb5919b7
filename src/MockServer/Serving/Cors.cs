using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace SocialApi.MockServer.Serving;

/// <summary>
/// Cross-origin access for the browser that a front-end is developed in (WHATWG Fetch, section 3.2): any origin, with credentials, any method and header.
/// </summary>
internal static class Cors
{
    private static readonly StringValues Exposed = string.Join(", ", MockHeaders.All.Concat(["Allow", "Deprecation", "Link", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"]));
    private static readonly StringValues True = "true";
    private static readonly StringValues Origin = "Origin";

    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0 && request.Headers.AccessControlRequestMethod.Count > 0;

    public static void AnswerPreflight(HttpContext context)
    {
        var (request, response) = (context.Request.Headers, context.Response.Headers);
        Allow(context);
        response.AccessControlAllowMethods = request.AccessControlRequestMethod;
        if (request.AccessControlRequestHeaders.Count > 0)
        {
            response.AccessControlAllowHeaders = request.AccessControlRequestHeaders;
        }

        if (request.ContainsKey("Access-Control-Request-Private-Network"))
        {
            response["Access-Control-Allow-Private-Network"] = True;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Adds what lets a page of another origin read this answer; a request without an origin needs nothing.</summary>
    public static void Allow(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        if (origin.Count == 0)
        {
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = True;
        headers.AccessControlExposeHeaders = Exposed;
        headers.Vary = Origin;
    }
}
