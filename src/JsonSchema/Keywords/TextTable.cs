using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Keywords;

/// <summary>Strings of a schema, without their escapes one after the other in one array.</summary>
internal sealed class TextTable
{
    /// <summary>Up to this many are compared in turn, which is faster than a hash.</summary>
    private const int Few = 4;

    private readonly byte[] _texts;
    private readonly (int Start, int Length)[] _places;
    private readonly HashChains? _chains;

    public TextTable(IReadOnlyCollection<JsonElement> strings)
    {
        _texts = new byte[strings.Sum(text => JsonMarshal.GetRawUtf8Value(text).Length - 2)];
        _places = new (int, int)[strings.Count];
        _chains = strings.Count <= Few ? null : new(strings.Count);
        var (index, start) = (0, 0);
        foreach (var text in strings)
        {
            var raw = JsonMarshal.GetRawUtf8Value(text)[1..^1];
            var length = JsonText.Unescape(raw, _texts.AsSpan(start));
            _chains?.Add(NameHash.Of(_texts.AsSpan(start, length)));
            _places[index++] = (start, length);
            start += length;
        }
    }

    public bool Contains(ReadOnlySpan<byte> text, in TapeEntry entry)
    {
        if (_chains is null)
        {
            foreach (var (start, length) in _places)
            {
                if (Tapes.TextEquals(text, entry, _texts.AsSpan(start, length)))
                {
                    return true;
                }
            }

            return false;
        }

        var hash = JsonText.HashOf(text.Slice(entry.Start, entry.Length), entry.IsEscaped);
        for (var index = _chains.First(hash); index >= 0; index = _chains.Next(index, hash))
        {
            var (start, length) = _places[index];
            if (Tapes.TextEquals(text, entry, _texts.AsSpan(start, length)))
            {
                return true;
            }
        }

        return false;
    }
}
