using SocialContract.Contract.Model;

namespace SocialContract.Contract.Routing;

/// <summary>Ranks the documented paths by their likeness to an unknown one.</summary>
/// <remarks>
/// An edit distance over segments: a segment too many or too few costs 1, a segment for another what share of its characters differs, a
/// template expression for anything 0.4. Paths longer than the bounds are cut: this runs for strangers' requests.
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
            var methods = string.Join(", ", path.Select(operation => operation.Method).Distinct());
            var bases = path.SelectMany(operation => operation.BasePaths).Select(basePath => basePath.TrimEnd('/')).Append("").Distinct();
            foreach (var full in bases.Select(basePath => basePath + path.Key))
            {
                var segments = Split(full).Select(segment => Id(ids, segment)).ToArray();
                _candidates.Add(new Candidate($"{methods} {path.Key}", segments));
            }
        }
    }

    public IReadOnlyList<string> Find(string path, int max)
    {
        var wanted = Split(path);
        var costs = new double[wanted.Length][];
        for (var i = 0; i < wanted.Length; i++)
        {
            costs[i] = new double[_segments.Count];
            Array.Fill(costs[i], double.NaN);
        }

        return [.. _candidates
            .Select(candidate => (candidate.Text, Distance: Distance(wanted, candidate.Segments, costs)))
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Text)
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

    private double Cost(string wanted, int documented, double[] known)
    {
        if (double.IsNaN(known[documented]))
        {
            var text = _segments[documented];
            known[documented] = text.Contains('{', StringComparison.Ordinal) ? Templated : Difference(wanted, text);
        }

        return known[documented];
    }

    private static double Difference(string one, string other)
    {
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return 0;
        }

        Span<int> row = stackalloc int[MaxSegmentLength + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        // Even another letter case is a difference, if a small one.
        return Math.Max(0.05, (double)row[other.Length] / Math.Max(one.Length, other.Length));
    }

    private sealed record Candidate(string Text, int[] Segments);
}
