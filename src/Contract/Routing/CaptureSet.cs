using System.Runtime.CompilerServices;

namespace SocialContract.Contract.Routing;

/// <summary>The ranges of the path parameters' values in the path. The first eight are stored inline, without an allocation.</summary>
internal struct CaptureSet
{
    private const int Inline = 8;

    private InlineRanges _ranges;
    private PathRange[]? _more;

    public int Count { get; private set; }

    public readonly PathRange this[int index] => index < Inline ? _ranges[index] : _more![index - Inline];

    public void Push(PathRange range)
    {
        if (Count < Inline)
        {
            _ranges[Count] = range;
        }
        else
        {
            var index = Count - Inline;
            if (_more is null || index == _more.Length)
            {
                Array.Resize(ref _more, Math.Max(8, index * 2));
            }

            _more[index] = range;
        }

        Count++;
    }

    /// <summary>Removes all ranges but the first <paramref name="count"/>.</summary>
    public void Truncate(int count) => Count = count;

    [InlineArray(Inline)]
    private struct InlineRanges
    {
        private PathRange _first;
    }
}

/// <summary>A part of a path, in UTF-16 code units.</summary>
internal readonly record struct PathRange(int Start, int Length);
