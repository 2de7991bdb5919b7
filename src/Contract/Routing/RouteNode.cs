using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>A node of the router's tree: the paths that begin with the same segments.</summary>
internal sealed class RouteNode
{
    private readonly Dictionary<string, RouteNode> _literals = new(StringComparer.Ordinal);
    private readonly TemplatedChildren _partials = new();
    private readonly List<Route> _routes = [];
    private RouteNode? _whole;

    /// <summary>The operations that end here.</summary>
    public IReadOnlyList<Route> Routes => _routes;

    /// <summary>
    /// Adds an operation, unless the node already has an operation with its method: the first operation takes precedence.
    /// </summary>
    public void Add(Route route)
    {
        if (Find(route.Operation.Method) is null)
        {
            _routes.Add(route);
        }
    }

    public Route? Find(string method)
    {
        foreach (var route in _routes)
        {
            if (string.Equals(route.Operation.Method, method, StringComparison.Ordinal))
            {
                return route;
            }
        }

        return null;
    }

    public RouteNode Child(TemplateSegment segment)
    {
        if (segment.IsLiteral)
        {
            var literal = EncodedText.Decode(segment.Text);
            return _literals.TryGetValue(literal, out var node) ? node : _literals[literal] = new RouteNode();
        }

        if (segment.IsWhole)
        {
            return _whole ??= new RouteNode();
        }

        return _partials.Child(segment);
    }

    /// <summary>Makes the node ready for searches, after all paths are added.</summary>
    /// <returns>The children, which are to be completed as well.</returns>
    public IEnumerable<RouteNode> Complete()
    {
        var children = _literals.Values.Concat(_partials.Complete());
        return _whole is null ? children : children.Append(_whole);
    }

    /// <summary>
    /// Walks the segments of a path: first the concrete child, then partly templated ones, then the wholly templated one (OpenAPI 3.1,
    /// section 4.8.8.2). Stops at the first path that has the method.
    /// </summary>
    public Route? Match(ref RouteSearch search, int start)
    {
        if (start > search.Path.Length)
        {
            return search.Visit(this);
        }

        var rest = search.Path[start..];
        var slash = rest.IndexOf('/');
        var segment = new PathRange(start, slash < 0 ? rest.Length : slash);
        var next = start + segment.Length + 1;

        if (Literal(search.Path.Slice(segment.Start, segment.Length)) is { } literal && literal.Match(ref search, next) is { } concrete)
        {
            return concrete;
        }

        var captured = search.Captures.Count;
        using var candidates = _partials.Like(search.Path.Slice(segment.Start, segment.Length));
        for (var i = 0; i < candidates.Count; i++)
        {
            var (template, node) = candidates[i];
            if (template.TryMatch(search.Path, segment, ref search.Captures) && node.Match(ref search, next) is { } partial)
            {
                return partial;
            }

            search.Captures.Truncate(captured);
        }

        if (_whole is null || segment.Length == 0)
        {
            return null;
        }

        search.Captures.Push(segment);
        if (_whole.Match(ref search, next) is { } whole)
        {
            return whole;
        }

        search.Captures.Truncate(captured);
        return null;
    }

    private RouteNode? Literal(ReadOnlySpan<char> raw)
    {
        if (_literals.Count == 0)
        {
            return null;
        }

        return raw.Contains('%')
            ? _literals.GetValueOrDefault(EncodedText.Decode(raw))
            : _literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var node) ? node : null;
    }
}

/// <summary>An operation at the end of a path, with the names of the path's captures from left to right.</summary>
internal sealed record Route(Operation Operation, string[] Names, int Order);
