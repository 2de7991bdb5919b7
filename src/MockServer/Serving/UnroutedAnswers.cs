using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Serving;

/// <summary>Answers to paths and methods that the document does not have.</summary>
internal static class UnroutedAnswers
{
    private const int MostNearest = 5;

    public static async Task<string> WriteAsync(HttpContext context, string path, RouteMatch route, OperationRouter router)
    {
        var method = context.Request.Method;
        if (route.Kind == RouteMatchKind.UnknownMethod)
        {
            context.Response.Headers.Allow = string.Join(", ", Allowed(route.AllowedMethods));
            if (HttpMethods.IsOptions(method))
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return "options";
            }

            return await Problems.WriteAsync(
                context,
                405,
                "Method Not Allowed",
                $"The document has {path} with {string.Join(", ", route.AllowedMethods)}, not with {method}.",
                "no such method",
                router.Nearest(path, MostNearest));
        }

        var nearest = router.Nearest(path, MostNearest);
        var hint = nearest.Count == 0 ? "" : $"; did you mean {nearest[0]}?";
        return await Problems.WriteAsync(context, 404, "Not Found", $"The document has no path {path}{hint}", "no such path", nearest);
    }

    /// <summary>HEAD is answered wherever GET is, OPTIONS everywhere.</summary>
    private static IEnumerable<string> Allowed(IReadOnlyList<string> documented)
    {
        var methods = documented.ToList();
        if (methods.Contains("GET") && !methods.Contains("HEAD"))
        {
            methods.Add("HEAD");
        }

        if (!methods.Contains("OPTIONS"))
        {
            methods.Add("OPTIONS");
        }

        return methods;
    }
}
