namespace SocialContract.Contract.Routing;

/// <summary>One walk through the tree.</summary>
internal ref struct RouteSearch(ReadOnlySpan<char> path, string method)
{
    public readonly ReadOnlySpan<char> Path = path;
    public CaptureSet Captures;

    /// <summary>The paths that fit without having the method; null while there is none.</summary>
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
