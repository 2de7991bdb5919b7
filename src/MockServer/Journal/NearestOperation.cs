using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Journal;

/// <summary>An operation that a request nearly matched.</summary>
/// <param name="Path">As documented, without a base path: <c>/pets/{id}</c>.</param>
/// <param name="Differences">What the request has instead; at least one.</param>
public sealed record NearestOperation(string Method, string Path, IReadOnlyList<OperationDifference> Differences)
{
    private const int MaxCount = 5;

    /// <summary><c>GET /pets/{id} (path: expected /pets/{id}, found /pet/7)</c>.</summary>
    public override string ToString() => $"{Method} {Path} ({string.Join("; ", Differences)})";

    /// <summary>The most similar operations, the most similar first; empty if an operation matches.</summary>
    /// <param name="request">As it was sent.</param>
    /// <param name="shown">The same as it may be shown.</param>
    internal static IReadOnlyList<NearestOperation> Of(RequestMessage request, RequestMessage shown, OperationRouter router)
    {
        var route = router.Match(request.Method, request.Path);
        return route.Kind switch
        {
            RouteMatchKind.Matched => [],
            RouteMatchKind.UnknownMethod => [.. route.AllowedMethods.Take(MaxCount).Select(method => new NearestOperation(
                method, router.Match(method, request.Path).Operation?.Path ?? shown.Path, [OfMethod(method, shown)]))],
            _ => [.. router.NearestPaths(request.Path, MaxCount).SelectMany(path => Of(path, shown)).Take(MaxCount)],
        };
    }

    private static IEnumerable<NearestOperation> Of(NearestPath path, RequestMessage shown)
    {
        var ofPath = new OperationDifference("path", path.Path, shown.Path);

        // HEAD is answered wherever GET is.
        var method = shown.Method == "HEAD" && !path.Methods.Contains("HEAD") ? "GET" : shown.Method;
        return path.Methods.Contains(method)
            ? [new(method, path.Path, [ofPath])]
            : path.Methods.Select(other => new NearestOperation(other, path.Path, [ofPath, OfMethod(other, shown)]));
    }

    private static OperationDifference OfMethod(string method, RequestMessage shown) => new("method", method, shown.Method);
}

/// <summary>A difference between a request and an operation.</summary>
/// <param name="Part"><c>path</c> or <c>method</c>.</param>
/// <param name="Expected">What the document has.</param>
/// <param name="Found">What the request has, without secrets.</param>
public sealed record OperationDifference(string Part, string Expected, string Found)
{
    public override string ToString() => $"{Part}: expected {Expected}, found {Found}";
}
