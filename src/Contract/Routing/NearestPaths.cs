using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>Ranks the documented paths by their similarity to an unknown path.</summary>
/// <remarks>
/// An edit distance over segments: an additional or missing segment costs 1, a different segment the share of its characters that differ, a
/// template expression in place of any segment 0.4. Longer paths are cut, because the requests may come from anyone.
/// </remarks>
internal sealed class NearestPaths
{
    private const int MaxSegments = 24;
    private const int MaxSegmentLength = 48;
    private const double Templated = 0.4;

    private readonly List<Candidate> _candidates = [];
    private readonly List<string> _segments = [];

    public NearestPaths(IReadOnlyList<Operation> operations)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in operations.GroupBy(operation => operation.Path))
        {
            var nearest = new NearestPath(path.Key, [.. path.Select(operation => operation.Method).Distinct()]);
            var bases = path.SelectMany(operation => operation.BasePaths).Select(basePath => basePath.TrimEnd('/')).Append("").Distinct();
            foreach (var full in bases.Select(basePath => basePath + path.Key))
            {
                var segments = Split(full).Select(segment => Id(ids, segment)).ToArray();
                _candidates.Add(new Candidate(nearest, segments));
            }
        }
    }

    public IReadOnlyList<NearestPath> Find(string path, int max)
    {
        var wanted = Split(path);
        var costs = new double[wanted.Length][];
        for (var i = 0; i < wanted.Length; i++)
        {
            costs[i] = new double[_segments.Count];
            Array.Fill(costs[i], double.NaN);
        }

        return [.. _candidates
            .Select(candidate => (candidate.Path, Distance: Distance(wanted, candidate.Segments, costs)))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Path)
            .Distinct()
            .Take(max)];
    }

    private static string[] Split(string path) =>
        [.. path.Trim('/').Split('/').Take(MaxSegments).Select(segment => segment[..Math.Min(segment.Length, MaxSegmentLength)])];

    private int Id(Dictionary<string, int> ids, string segment)
    {
        if (!ids.TryGetValue(segment, out var id))
        {
            ids[segment] = id = _segments.Count;
            _segments.Add(segment);
        }

        return id;
    }

    private double Distance(string[] wanted, int[] documented, double[][] costs)
    {
        Span<double> row = stackalloc double[MaxSegments + 1];
        for (var j = 0; j <= documented.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= wanted.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= documented.Length; j++)
            {
                var replaced = diagonal + Cost(wanted[i - 1], documented[j - 1], costs[i - 1]);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[documented.Length];
    }

    private double Cost(string wanted, int documented, double[] costs)
    {
        if (double.IsNaN(costs[documented]))
        {
            var text = _segments[documented];
            costs[documented] = PathTemplate.IsTemplated(text) ? Templated : Difference(wanted, text);
        }

        return costs[documented];
    }

    private static double Difference(string left, string right)
    {
        if (string.Equals(left, right, StringComparison.Ordinal))
        {
            return 0;
        }

        Span<int> row = stackalloc int[MaxSegmentLength + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        // A difference only in case counts, too, but little.
        return Math.Max(0.05, (double)row[right.Length] / Math.Max(left.Length, right.Length));
    }

    private sealed record Candidate(NearestPath Path, int[] Segments);
}
