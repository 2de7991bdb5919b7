using System.Collections.Concurrent;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Model;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>Which parts of a request target are secret, by the operation that it leads to. Thread-safe.</summary>
internal sealed class SecretRoutes
{
    private readonly IReadOnlyList<Operation> _operations;
    private readonly SchemaView _view;
    private readonly Lazy<OperationRouter> _router;
    private readonly Lazy<string[]> _methods;
    private readonly Lazy<Dictionary<Operation, SecretPair[]>> _paths;
    private readonly Lazy<Dictionary<string, int>> _distances;
    private readonly Lazy<HashSet<string>> _document;
    private readonly Lazy<SecretPairs[]> _queries;
    private readonly ConcurrentDictionary<Operation, SecretPairs[]> _queryOf = new();

    /// <param name="isMarked">Whether the document marks anything as secret: most mark nothing, and large ones take long to search.</param>
    public SecretRoutes(IReadOnlyList<Operation> operations, SchemaView view, bool isMarked)
    {
        (_operations, _view) = (operations, view);
        _router = new(() => OperationRouter.Build(operations));
        _methods = new(() => [.. operations.Select(operation => operation.Method).Distinct(StringComparer.Ordinal)]);
        _paths = new(() => isMarked ? FindPaths() : []);
        _distances = new(() => _paths.Value
            .SelectMany(path => SecretSegment.Of(path.Key, path.Value))
            .GroupBy(segment => segment.After, segment => segment.Distance, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(after => after.Key, after => after.Min(), StringComparer.OrdinalIgnoreCase));
        _document = new(() => _paths.Value.Keys
            .SelectMany(operation => operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            .Where(segment => !PathTemplate.IsTemplated(segment))
            .ToHashSet(StringComparer.OrdinalIgnoreCase));
        _queries = new(() => isMarked
            ? [.. operations.SelectMany(QueryOf).Where(query => query.IsAny)]
            : []);
    }

    /// <summary>Whether any path of the document holds a secret.</summary>
    public bool HasPaths => _paths.Value.Count > 0;

    /// <summary>
    /// The ranges of the path that hold secrets, in order, each with the parameters that it may be; without any where the path leads
    /// nowhere.
    /// </summary>
    public IReadOnlyList<IGrouping<PathRange, SecretPair?>> SecretsIn(string path, string? method)
    {
        if (_paths.Value.Count == 0)
        {
            return [];
        }

        var ranges = new List<(PathRange Range, SecretPair? Secret)>();
        var isRouted = false;
        foreach (var match in Matches(path, method))
        {
            isRouted = true;
            foreach (var secret in _paths.Value.GetValueOrDefault(match.Operation!) ?? [])
            {
                if (match.TryGetRange(secret.Name, out var range))
                {
                    ranges.Add((range, secret));
                }
            }
        }

        if (!isRouted)
        {
            ranges.AddRange(SegmentsLikeSecrets(path).Select(range => (range, default(SecretPair?))));
        }

        return [.. ranges.GroupBy(found => found.Range, found => found.Secret).OrderBy(found => found.Key.Start)];
    }

    /// <summary>The queries that a target with that path may have: those of its operations; of all where the path leads nowhere.</summary>
    public SecretPairs[] QueriesOf(string path, string? method) => Match(path, method) is { } match
        ? QueryOf(match.Operation!)
        : AnyMethod(path).SelectMany(match => QueryOf(match.Operation!)).ToArray() is { Length: > 0 } found ? found : _queries.Value;

    /// <summary>The operations of that path: with that method, else with any.</summary>
    public IEnumerable<Operation> OperationsOf(string path, string? method) => Matches(path, method).Select(match => match.Operation!);

    private IEnumerable<RouteMatch> Matches(string path, string? method) =>
        Match(path, method) is { } match ? [match] : AnyMethod(path);

    private RouteMatch? Match(string path, string? method) =>
        method is not null && _router.Value.Match(method, path) is { Kind: RouteMatchKind.Matched } match ? match : null;

    private IEnumerable<RouteMatch> AnyMethod(string path) =>
        _methods.Value.Select(other => _router.Value.Match(other, path)).Where(match => match.Kind == RouteMatchKind.Matched);

    private SecretPairs[] QueryOf(Operation operation) =>
        _queryOf.GetOrAdd(operation, static (key, view) => [SecretPairs.OfQuery(key, view)], _view);

    private Dictionary<Operation, SecretPair[]> FindPaths() => _operations
        .Select(operation => (operation, secrets: operation.Parameters
            .Where(parameter => parameter.In == ParameterLocation.Path)
            .Select(parameter => SecretPairs.Of(parameter, _view))
            .Where(parameter => parameter.IsWhole || parameter.Schema?.HoldsSecret == true)
            .ToArray()))
        .Where(found => found.secrets.Length > 0)
        .ToDictionary(found => found.operation, found => found.secrets);

    /// <summary>
    /// Finds the segments of an undocumented path that may be secrets. Where a documented path has a secret N segments after a literal
    /// segment, every segment of this path that is N or more segments after the same literal, or after a similar name, may be a secret.
    /// Literals of the document are not secrets. After a bounded amount of work every name counts as similar.
    /// </summary>
    private List<PathRange> SegmentsLikeSecrets(string path)
    {
        var found = new List<PathRange>();
        var similar = new NameSuggestions(NameSuggestions.OfMessage);
        var first = _distances.Value.TryGetValue("", out var fromStart) ? fromStart - 1 : int.MaxValue;
        var (index, start) = (-1, 0);
        while (start < path.Length)
        {
            var end = path.IndexOf('/', start) is >= 0 and var slash ? slash : path.Length;
            var names = EncodedText.Decode(path.AsSpan(start, end - start)).Split(';')[0].Split(['/', '\\']);
            if (end > start)
            {
                index++;
                var distances = names.Select(DistanceAfter).OfType<int>().ToList();
                first = distances.Select(distance => index + distance).Append(first).Min();
                if ((index >= first && !_document.Value.Contains(names[0])) || (distances.Count > 0 && names.Length > 1))
                {
                    found.Add(new PathRange(start, end - start));
                }
            }

            start = end + 1;
        }

        return found;

        int? DistanceAfter(string name) =>
            name.Length == 0 ? null
            : _distances.Value.TryGetValue(name, out var distance) ? distance
            : similar.Find(name, _distances.Value.Keys) is { } literal ? _distances.Value[literal]
            : similar.IsExhausted ? 0
            : null;
    }

    /// <param name="After">The last segment before it that has no parameter; empty if there is none.</param>
    /// <param name="Distance">The number of segments from there.</param>
    private sealed record SecretSegment(string After, int Distance)
    {
        public static IEnumerable<SecretSegment> Of(Operation operation, SecretPair[] secrets)
        {
            var (after, distance) = ("", 0);
            foreach (var text in operation.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                distance++;
                var segment = TemplateSegment.Parse(text);
                if (segment.Parts.Any(part => part.Name is { } name && Array.Exists(secrets, secret => secret.Name == name)))
                {
                    yield return new SecretSegment(after, distance);
                }

                if (segment.IsLiteral)
                {
                    (after, distance) = (EncodedText.Decode(text), 0);
                }
            }
        }
    }
}
