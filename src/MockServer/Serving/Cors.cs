using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SocialContract.Contract.Http;

namespace SocialContract.MockServer.Serving;

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
        if (CanReflect(request.AccessControlRequestMethod))
        {
            response.AccessControlAllowMethods = request.AccessControlRequestMethod;
        }

        if (CanReflect(request.AccessControlRequestHeaders))
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
        if (!CanReflect(origin))
        {
            return;
        }

        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowCredentials = True;
        headers.AccessControlExposeHeaders = Exposed;
        headers.Vary = Origin;
    }

    /// <summary>Whether there is a value that a header of the answer can hold. No browser sends any other.</summary>
    private static bool CanReflect(StringValues values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (!FieldSyntax.IsValue(values[index]))
            {
                return false;
            }
        }

        return values.Count > 0;
    }
}
