namespace SocialContract.Contract.Generation.Data.Search;

/// <summary>
/// The decisions of one attempt: which branch of <c>anyOf</c>, which type. The first attempt takes the preferred alternative every time;
/// <see cref="TryNext"/> advances the last decision that has an alternative left, the way a counter advances its last digit.
/// </summary>
/// <param name="limit">The greatest number of attempts.</param>
internal sealed class Choices(int limit)
{
    private readonly List<(int Count, int Picked)> _made = [];
    private int _position;
    private int _attempts = 1;

    /// <summary>
    /// The alternative to take: from 0, the most preferred, up to but not including <paramref name="count"/>, which is at least 1.
    /// </summary>
    public int Pick(int count)
    {
        if (_position == _made.Count)
        {
            _made.Add((count, 0));
        }

        return Math.Min(_made[_position++].Picked, count - 1);
    }

    /// <summary>Begins another attempt; false when all combinations, or as many as the limit allows, have been tried.</summary>
    public bool TryNext()
    {
        _position = 0;
        while (_made.Count > 0)
        {
            var (count, picked) = _made[^1];
            _made.RemoveAt(_made.Count - 1);
            if (picked + 1 < count)
            {
                _made.Add((count, picked + 1));
                return _attempts++ < limit;
            }
        }

        return false;
    }
}
