using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Responding;

/// <summary>Responds to paths and methods that the document does not have; the last producer.</summary>
internal sealed class UnroutedProducer : IResponseProducer
{
    private const int NearestLimit = 5;

    private static readonly ExchangeOrigin Options = new(ExchangeOriginKind.Options, "options");

    public ValueTask<MockResponse?> RespondAsync(MockRequest request) => new(Respond(request));

    private static MockResponse Respond(MockRequest request)
    {
        var (method, path) = (request.Method, request.Path);
        var shown = request.ShownPath;
        var route = request.Route;
        if (method == "OPTIONS" && path == "*")
        {
            // Asks about the server in general (RFC 9110, section 9.3.7).
            var methods = request.Contract.Description.Operations.Select(operation => operation.Method).Distinct(StringComparer.Ordinal);
            return new MockResponse(new ResponseMessage(204, [Allow([.. methods])]), Options);
        }

        if (route.Kind == RouteMatchKind.UnknownMethod)
        {
            var allow = Allow(route.AllowedMethods);
            return method == "OPTIONS"
                ? new MockResponse(new ResponseMessage(204, [allow]), Options)
                : new Problem(405, "no such method")
                {
                    Detail = $"The document has {shown} with {string.Join(", ", route.AllowedMethods)}, not with {method}.",
                    Nearest = request.Contract.Router.Nearest(path, NearestLimit),
                }.Response(request.Redactor, allow);
        }

        var nearest = request.Contract.Router.Nearest(path, NearestLimit);
        var hint = nearest.Count == 0 ? "" : $"; did you mean {nearest[0]}?";
        return new Problem(404, "no such path") { Detail = $"The document has no path {shown}{hint}", Nearest = nearest }
            .Response(request.Redactor);
    }

    /// <summary>HEAD is allowed wherever GET is, OPTIONS everywhere.</summary>
    private static KeyValuePair<string, string> Allow(IReadOnlyList<string> documented)
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

        return new("Allow", string.Join(", ", methods));
    }
}
