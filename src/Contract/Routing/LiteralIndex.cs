using System.Buffers;

namespace SocialContract.Contract.Routing;

/// <summary>
/// Finds the partly templated segments that may match a text by one literal of each: the one that the fewest others have at the same place.
/// A text is compared with the literals that it has, not with all.
/// </summary>
internal sealed class LiteralIndex
{
    private readonly Table[] _tables;

    public LiteralIndex(IReadOnlyList<TemplateSegment> segments)
    {
        var uses = segments.SelectMany(LiteralsOf).CountBy(literal => literal).ToDictionary();
        _tables = [.. segments
            .Select((segment, number) => (literal: LiteralsOf(segment).MinBy(literal => (uses[literal], literal.Place)), number))
            .GroupBy(entry => entry.literal.Place, entry => (entry.literal.Text, entry.number))
            .Select(place => new Table(place.Key, place))];
    }

    private enum Place
    {
        /// <summary>At the beginning of the segment.</summary>
        First,

        /// <summary>At the end of the segment.</summary>
        Last,

        /// <summary>Between two template expressions, or, without a text, in a segment that has no literal.</summary>
        Between,
    }

    /// <summary>The numbers of the segments that may match, ascending, in an array of the shared pool; null if there are none.</summary>
    /// <param name="text">The segment of a request's path, decoded.</param>
    /// <param name="count">How many of the array's elements are numbers of segments.</param>
    public int[]? Find(ReadOnlySpan<char> text, out int count)
    {
        int[]? found = null;
        count = 0;
        foreach (var table in _tables)
        {
            table.AddTo(ref found, ref count, text);
        }

        found.AsSpan(0, count).Sort();
        return found;
    }

    /// <summary>Without any literal, an empty one between two expressions: each text has that.</summary>
    private static IEnumerable<(Place Place, string Text)> LiteralsOf(TemplateSegment segment)
    {
        for (var i = 0; i < segment.Parts.Count; i++)
        {
            if (segment.Parts[i].Text is { } text)
            {
                yield return (i == 0 ? Place.First : i == segment.Parts.Count - 1 ? Place.Last : Place.Between, text);
            }
        }

        if (segment.LiteralLength == 0)
        {
            yield return (Place.Between, "");
        }
    }

    /// <summary>The segments that are found by a literal at one place.</summary>
    private sealed class Table
    {
        private readonly Place _place;
        private readonly Dictionary<string, int[]> _numbers;
        private readonly int[] _lengths;

        public Table(Place place, IEnumerable<(string Literal, int Number)> entries)
        {
            _place = place;
            _numbers = entries
                .GroupBy(entry => entry.Literal, entry => entry.Number, StringComparer.Ordinal)
                .ToDictionary(entry => entry.Key, entry => entry.ToArray(), StringComparer.Ordinal);
            _lengths = [.. _numbers.Keys.Select(literal => literal.Length).Distinct().Order()];
        }

        public void AddTo(ref int[]? found, ref int count, ReadOnlySpan<char> text)
        {
            var literals = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var length in _lengths)
            {
                if (length > text.Length)
                {
                    return;
                }

                var last = text.Length - length;
                var (from, to) = _place switch { Place.First => (0, 0), Place.Last => (last, last), _ => (0, length == 0 ? 0 : last) };
                for (var start = from; start <= to; start++)
                {
                    var literal = text.Slice(start, length);
                    if (literals.TryGetValue(literal, out var numbers) && (_place != Place.Between || text.IndexOf(literal) == start))
                    {
                        Add(ref found, ref count, numbers);
                    }
                }
            }
        }

        private static void Add(ref int[]? found, ref int count, ReadOnlySpan<int> numbers)
        {
            if (found is null || count + numbers.Length > found.Length)
            {
                var larger = ArrayPool<int>.Shared.Rent(Math.Max(16, 2 * (count + numbers.Length)));
                found.AsSpan(0, count).CopyTo(larger);
                if (found is not null)
                {
                    ArrayPool<int>.Shared.Return(found);
                }

                found = larger;
            }

            numbers.CopyTo(found.AsSpan(count));
            count += numbers.Length;
        }
    }
}
