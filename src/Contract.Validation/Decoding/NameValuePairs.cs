using SocialContract.Contract.Http;

namespace SocialContract.Contract.Validation.Decoding;

/// <summary>
/// The pairs of a query (<c>a=1&amp;b=2</c>) or of a Cookie header (<c>a=1; b=2</c>) with decoded names and raw values. Reusable.
/// </summary>
internal sealed class NameValuePairs
{
    /// <summary>From this number of pairs on, names are found by their hash.</summary>
    private const int IndexFrom = 32;

    private readonly List<NameValuePair> _pairs = [];
    private readonly Dictionary<int, int> _firstByHash = [];
    private readonly List<int> _nextByHash = [];
    private readonly Dictionary<int, string> _decoded = [];
    private string _text = "";

    public int Count => _pairs.Count;

    /// <summary>Whether the pair has an equals sign.</summary>
    public bool HasValue(int index) => _pairs[index].HasValue;

    public ReadOnlySpan<char> Value(int index) => _pairs[index].Value<char>(_text);

    public ReadOnlySpan<char> Name(int index) =>
        _decoded.TryGetValue(index, out var decoded) ? decoded : RawName(index);

    /// <param name="query">Without the question mark before it: another one belongs to a name.</param>
    public void ReadQuery(string query)
    {
        Clear();
        _text = query;
        for (var start = 0; start < query.Length;)
        {
            start = Add(NameValuePair.At<char>(query, start, "&"));
        }

        for (var i = 0; i < _pairs.Count; i++)
        {
            var raw = RawName(i);
            if (raw.ContainsAny('%', '+'))
            {
                _decoded[i] = NameValuePair.Decoded(raw);
            }
        }
    }

    public void ReadCookies(string header)
    {
        Clear();
        _text = header;
        for (var start = 0; start < header.Length;)
        {
            start = Add(NameValuePair.CookieAt(header, start));
        }
    }

    public void Clear()
    {
        _pairs.Clear();
        _decoded.Clear();
        _firstByHash.Clear();
        _nextByHash.Clear();
        _text = "";
    }

    /// <summary>The index of the next pair with that name from <paramref name="from"/> on, or -1.</summary>
    public int Find(string name, int from = 0)
    {
        if (_pairs.Count >= IndexFrom)
        {
            return FindByHash(name, from);
        }

        for (var i = from; i < _pairs.Count; i++)
        {
            if (Name(i).SequenceEqual(name))
            {
                return i;
            }
        }

        return -1;
    }

    private int FindByHash(string name, int from)
    {
        if (_nextByHash.Count == 0)
        {
            IndexNames();
        }

        // The search for the next pair of a name goes on where the last one was found.
        var i = from > 0 && from <= _pairs.Count && Name(from - 1).SequenceEqual(name)
            ? _nextByHash[from - 1]
            : _firstByHash.GetValueOrDefault(string.GetHashCode(name), -1);
        while (i >= 0 && (i < from || !Name(i).SequenceEqual(name)))
        {
            i = _nextByHash[i];
        }

        return i;
    }

    private void IndexNames()
    {
        for (var i = 0; i < _pairs.Count; i++)
        {
            _nextByHash.Add(-1);
        }

        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            var hash = string.GetHashCode(Name(i));
            _nextByHash[i] = _firstByHash.GetValueOrDefault(hash, -1);
            _firstByHash[hash] = i;
        }
    }

    private ReadOnlySpan<char> RawName(int index) => _pairs[index].Name<char>(_text);

    /// <returns>Where the next pair starts.</returns>
    private int Add(in NameValuePair pair)
    {
        if (!pair.IsEmpty)
        {
            _pairs.Add(pair);
        }

        return pair.End + 1;
    }
}
