using System.Buffers;

namespace SocialContract.Contract.Routing;

/// <summary>The partly templated children of a node, e.g. <c>report.{format}</c>.</summary>
internal sealed class TemplatedChildren
{
    /// <summary>So many are tried one after another, which takes less time than the index.</summary>
    private const int MaxTried = 8;

    private readonly Dictionary<string, RouteNode> _byShape = new(StringComparer.Ordinal);
    private readonly List<(TemplateSegment Segment, RouteNode Node)> _added = [];
    private (TemplateSegment Segment, RouteNode Node)[] _ordered = [];
    private LiteralIndex? _index;

    public RouteNode Child(TemplateSegment segment)
    {
        if (!_byShape.TryGetValue(segment.Shape, out var node))
        {
            _byShape[segment.Shape] = node = new RouteNode();
            _added.Add((segment, node));
        }

        return node;
    }

    /// <summary>Orders the children: more literal text first, then fewer captures, then in document order.</summary>
    /// <returns>The children's nodes.</returns>
    public IEnumerable<RouteNode> Complete()
    {
        _ordered = [.. _added.OrderByDescending(child => child.Segment.LiteralLength).ThenBy(child => child.Segment.CaptureCount)];
        _index = _ordered.Length > MaxTried ? new LiteralIndex([.. _ordered.Select(child => child.Segment)]) : null;
        return _ordered.Select(child => child.Node);
    }

    /// <summary>The children that may match a raw segment, the more specific first.</summary>
    public Candidates Like(ReadOnlySpan<char> raw)
    {
        if (_index is null)
        {
            return new Candidates(_ordered, null, _ordered.Length);
        }

        var numbers = _index.Find(raw.Contains('%') ? EncodedText.Decode(raw) : raw, out var count);
        return new Candidates(_ordered, numbers, count);
    }

    /// <param name="children">All children.</param>
    /// <param name="numbers">A pooled array of the candidates' numbers; null: all children.</param>
    /// <param name="count">The number of candidates.</param>
    internal readonly struct Candidates((TemplateSegment Segment, RouteNode Node)[] children, int[]? numbers, int count) : IDisposable
    {
        public int Count => count;

        public (TemplateSegment Segment, RouteNode Node) this[int index] => children[numbers is null ? index : numbers[index]];

        public void Dispose()
        {
            if (numbers is not null)
            {
                ArrayPool<int>.Shared.Return(numbers);
            }
        }
    }
}
