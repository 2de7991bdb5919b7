using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>
/// Finds the operation for a method and a path. Immutable. A successful search with up to eight captured values allocates nothing.
/// </summary>
/// <remarks>
/// <para>
/// Paths are compared segment by segment, decoded. Concrete segments take precedence over templated ones, leftmost first (OpenAPI 3.1,
/// section 4.8.8.2). If the most concrete path lacks the method, a less concrete path that has it is used, as in Rails, ASP.NET and
/// Express.
/// </para>
/// <para>
/// An operation is found at the base paths of its <c>servers</c> and at its bare path; a path with its base path takes precedence over a
/// bare path.
/// </para>
/// <para>
/// HEAD finds GET if HEAD is not documented (RFC 9110 section 9.3.2). As in Rails, an additional or missing trailing slash is ignored,
/// unless the document describes that path.
/// </para>
/// </remarks>
public sealed class OperationRouter
{
    private readonly RouteNode _root;
    private readonly NearestPaths _nearest;

    private OperationRouter(RouteNode root, NearestPaths nearest) => (_root, _nearest) = (root, nearest);

    public static OperationRouter Build(IReadOnlyList<Operation> operations)
    {
        var root = new RouteNode();
        for (var order = 0; order < operations.Count; order++)
        {
            foreach (var basePath in operations[order].BasePaths)
            {
                Add(root, basePath.TrimEnd('/') + operations[order].Path, operations[order], order);
            }
        }

        for (var order = 0; order < operations.Count; order++)
        {
            Add(root, operations[order].Path, operations[order], order);
        }

        var incomplete = new Stack<RouteNode>([root]);
        while (incomplete.TryPop(out var node))
        {
            foreach (var child in node.Complete())
            {
                incomplete.Push(child);
            }
        }

        return new OperationRouter(root, new NearestPaths(operations));
    }

    /// <param name="method">Upper case.</param>
    /// <param name="path">As sent: percent-encoded, with its leading slash, without the query.</param>
    public RouteMatch Match(string method, string path)
    {
        if (!path.StartsWith('/'))
        {
            return default;
        }

        var match = MatchExactly(method, path);
        return match.Kind != RouteMatchKind.UnknownPath || path.Length == 1
            ? match
            : MatchExactly(method, path.EndsWith('/') ? path[..^1] : path + "/");
    }

    /// <summary>
    /// The documented paths most similar to an unknown path, the most similar first, with their methods: <c>GET, DELETE /pets/{id}</c>.
    /// </summary>
    public IReadOnlyList<string> Nearest(string path, int max) => [.. NearestPaths(path, max).Select(nearest => nearest.ToString())];

    /// <summary>The documented paths most similar to an unknown path, the most similar first.</summary>
    public IReadOnlyList<NearestPath> NearestPaths(string path, int max) => _nearest.Find(path, max);

    private RouteMatch MatchExactly(string method, string path)
    {
        var search = new RouteSearch(path, method);
        if (_root.Match(ref search, 1) is { } route)
        {
            return new RouteMatch(route.Operation, path, route.Names, search.Captures);
        }

        return search.Others is null
            ? default
            : new RouteMatch([.. search.Others.OrderBy(other => other.Order).Select(other => other.Operation.Method).Distinct()]);
    }

    private static void Add(RouteNode root, string path, Operation operation, int order)
    {
        var node = root;
        var names = new List<string>();
        foreach (var text in path.TrimStart('/').Split('/'))
        {
            var segment = TemplateSegment.Parse(text);
            names.AddRange(segment.Parts.Where(part => part.Name is not null).Select(part => part.Name!));
            node = node.Child(segment);
        }

        node.Add(new Route(operation, [.. names], order));
    }
}
