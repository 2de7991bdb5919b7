using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Routing;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Admin;

/// <summary>Responds to requests below <see cref="AdminPath.Prefix"/> with a table of endpoints.</summary>
internal sealed class AdminProducer : IResponseProducer
{
    private readonly LocalAccess _access;
    private readonly AdminToken _token;
    private readonly AdminEndpoint[] _endpoints;

    /// <summary>The paths that can be read, for a client that asked for another.</summary>
    private readonly string _served;

    /// <param name="access">Which requests may use them.</param>
    /// <param name="token">Which of them need a token.</param>
    public AdminProducer(LocalAccess access, AdminToken token, IReadOnlyList<AdminEndpoint> endpoints)
    {
        (_access, _token) = (access, token);
        _endpoints = [.. endpoints.OrderBy(endpoint => endpoint.Rank)];
        _served = string.Join(
            ", ",
            endpoints.Where(endpoint => endpoint is { Method: "GET", IsLiteral: true })
                .Where(endpoint => endpoint.Template is not (DocumentEndpoints.Files or DocumentEndpoints.Documents))
                .Select(endpoint => AdminPath.Prefix + endpoint.Template));
    }

    public ValueTask<MockResponse?> RespondAsync(MockRequest request)
    {
        var path = request.Path;
        return !AdminPath.Contains(path) ? default
            : _access.Fault(request.Message) is { } fault ? new(Foreign(request, fault))
            : _token.Refusal(request.Message) is { } refusal ? new(Refused(request, refusal))
            : new(Respond(request, path));
    }

    private static MockResponse Foreign(MockRequest request, string fault) =>
        new Problem(403, "foreign request") { Detail = fault }.Response(request.Redactor);

    /// <summary>The field says what is asked for (RFC 9110, section 11.6.1), also where reading needs no token.</summary>
    private static MockResponse Refused(MockRequest request, Problem refusal) =>
        refusal.Response(request.Redactor, new KeyValuePair<string, string>("WWW-Authenticate", "Bearer"));

    private MockResponse Respond(MockRequest request, string path)
    {
        var method = request.Message.Method == "HEAD" ? "GET" : request.Message.Method;
        var allowed = new List<string>();
        var rank = int.MaxValue;
        foreach (var endpoint in _endpoints.TakeWhile(endpoint => endpoint.Rank <= rank))
        {
            if (endpoint.Match(request, path[AdminPath.Prefix.Length..]) is not { } found)
            {
                continue;
            }

            if (endpoint.Method == method)
            {
                return endpoint.Respond(found);
            }

            // What is not accepted at a path of its own is not the value of a parameter.
            rank = endpoint.Rank;
            allowed.Add(endpoint.Method);
        }

        return allowed.Count == 0 ? NotFound(request, path) : NotAllowed(request, path, allowed);
    }

    private MockResponse NotFound(MockRequest request, string path)
    {
        var files = AdminPath.Prefix + DocumentEndpoints.Documents;
        var detail = $"The mock serves {_served} and {files}, which lists the other files, but not {path}.";
        return new Problem(404, "no such path") { Detail = detail }.Response(request.Redactor);
    }

    private static MockResponse NotAllowed(MockRequest request, string path, List<string> allowed)
    {
        var detail = $"{path} accepts {string.Join(", ", allowed)}, not {request.Message.Method}.";
        var allow = string.Join(", ", allowed.SelectMany(method => method == "GET" ? ["GET", "HEAD"] : new[] { method }));
        return new Problem(405, "no such method") { Detail = detail }
            .Response(request.Redactor, new KeyValuePair<string, string>("Allow", allow));
    }
}
