namespace SocialContract.Contract.Routing;

/// <summary>A search in the router's tree.</summary>
internal ref struct RouteSearch(ReadOnlySpan<char> path, string method)
{
    public readonly ReadOnlySpan<char> Path = path;
    public CaptureSet Captures;

    /// <summary>The operations of matching paths that do not have the method; null if there are none.</summary>
    public List<Route>? Others;

    public Route? Visit(RouteNode node)
    {
        var route = node.Find(method)
            ?? (method == "HEAD" ? node.Find("GET") : null);
        if (route is null && node.Routes.Count > 0)
        {
            (Others ??= []).AddRange(node.Routes);
        }

        return route;
    }
}
