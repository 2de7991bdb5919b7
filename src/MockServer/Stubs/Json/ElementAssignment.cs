using System.Runtime.CompilerServices;
using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Assigns to each expected element an actual element of its own: a maximum matching, by augmenting paths.</summary>
/// <param name="areEqual">Null: the search has taken too long and ends.</param>
internal sealed class ElementAssignment(
    IReadOnlyList<JsonElement> expected, IReadOnlyList<JsonElement> actual, Func<JsonElement, JsonElement, bool?> areEqual)
{
    private readonly Dictionary<(int, int), bool> _equal = [];

    /// <summary>The expected element that an actual one is assigned to, or -1.</summary>
    private readonly int[] _owners = Enumerable.Repeat(-1, actual.Count).ToArray();

    /// <summary>The round in which an actual element was last tried.</summary>
    private readonly int[] _rounds = new int[actual.Count];

    private bool _hasEnded;

    /// <summary>The number of expected elements that have one.</summary>
    /// <param name="stopsAtFirst">Whether the first element that has none ends the search.</param>
    public int Count(bool stopsAtFirst)
    {
        var count = 0;
        for (var index = 0; index < expected.Count && !_hasEnded; index++)
        {
            if (Assign(index, index + 1))
            {
                count++;
            }
            else if (stopsAtFirst)
            {
                break;
            }
        }

        return count;
    }

    private bool Assign(int index, int round)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        // The element at the same position is the likeliest.
        for (var offset = 0; offset < actual.Count && !_hasEnded; offset++)
        {
            var other = (index + offset) % actual.Count;
            if (_rounds[other] == round || !AreEqual(index, other))
            {
                continue;
            }

            _rounds[other] = round;
            if (_owners[other] < 0 || Assign(_owners[other], round))
            {
                _owners[other] = index;
                return true;
            }
        }

        return false;
    }

    private bool AreEqual(int index, int other)
    {
        if (!_equal.TryGetValue((index, other), out var same))
        {
            var result = areEqual(expected[index], actual[other]);
            _hasEnded = result is null;
            same = result is true;
            _equal[(index, other)] = same;
        }

        return same;
    }
}
