using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Compares JSON values as json-unit does for Java WireMock.</summary>
/// <param name="IgnoreArrayOrder">Whether elements may come in another order, at every depth.</param>
/// <param name="IgnoreExtraElements">Whether objects may have more members, and arrays more elements.</param>
internal sealed record JsonComparison(
    JsonElement Expected, JsonPlaceholders Placeholders, bool IgnoreArrayOrder, bool IgnoreExtraElements)
{
    /// <summary>Comparisons of elements whose order is ignored, each with each, before the comparison takes too long.</summary>
    private const int MaxPairs = 1_000_000;

    /// <summary>False also if it takes too long, which is recorded.</summary>
    public bool IsEqual(JsonElement actual, PatternTimeouts timeouts)
    {
        var work = new Work(timeouts);
        var isEqual = Count(Expected, actual, stopsAtFirst: true, work) == 0;
        if (work.IsExhausted)
        {
            timeouts.Add("equalToJson with ignoreArrayOrder");
        }

        return isEqual && !work.IsExhausted;
    }

    /// <summary>From 0, equal, to 1: the parts that differ among all parts.</summary>
    public double Distance(JsonElement actual, PatternTimeouts timeouts)
    {
        var differences = Count(Expected, actual, stopsAtFirst: false, new(timeouts));
        return differences == 0 ? 0 : Math.Min(1, (double)differences / Weight(Expected, actual));
    }

    private int Count(JsonElement expected, JsonElement actual, bool stopsAtFirst, Work work)
    {
        if (Placeholders.Accepts(expected, actual, work.Timeouts) is { } accepted)
        {
            return accepted ? 0 : Weight(expected, actual);
        }

        return (expected.ValueKind, actual.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => CountMembers(expected, actual, stopsAtFirst, work),
            (JsonValueKind.Array, JsonValueKind.Array) when IgnoreArrayOrder => CountUnordered(expected, actual, stopsAtFirst, work),
            (JsonValueKind.Array, JsonValueKind.Array) => CountElements(expected, actual, stopsAtFirst, work),
            (JsonValueKind.Number, JsonValueKind.Number) => NumberComparison.AreEqual(expected.GetRawText(), actual.GetRawText()) ? 0 : 1,
            (JsonValueKind.String, JsonValueKind.String) => expected.ValueEquals(actual.GetString()) ? 0 : 1,
            var (left, right) => left == right ? 0 : Weight(expected, actual),
        };
    }

    private int CountMembers(JsonElement expected, JsonElement actual, bool stopsAtFirst, Work work)
    {
        var differences = 0;
        foreach (var member in expected.EnumerateObject())
        {
            differences += actual.TryGetProperty(member.Name, out var value)
                ? Count(member.Value, value, stopsAtFirst, work)
                : JsonPlaceholders.MayBeMissing(member.Value) ? 0 : Weight(member.Value, default);
            if (stopsAtFirst && differences > 0)
            {
                return differences;
            }
        }

        return IgnoreExtraElements
            ? differences
            : differences + actual.EnumerateObject()
                .Where(member => !expected.TryGetProperty(member.Name, out _))
                .Sum(member => Weight(default, member.Value));
    }

    private int CountElements(JsonElement expected, JsonElement actual, bool stopsAtFirst, Work work)
    {
        var (wanted, found) = (expected.GetArrayLength(), actual.GetArrayLength());
        var differences = wanted > found || (wanted < found && !IgnoreExtraElements) ? Math.Abs(wanted - found) : 0;
        foreach (var (left, right) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
        {
            if (stopsAtFirst && differences > 0)
            {
                break;
            }

            differences += Count(left, right, stopsAtFirst, work);
        }

        return differences;
    }

    /// <summary>Assigns to each expected element another element that equals it, as many as possible.</summary>
    private int CountUnordered(JsonElement expected, JsonElement actual, bool stopsAtFirst, Work work)
    {
        var (wanted, found) = (expected.GetArrayLength(), actual.GetArrayLength());
        var surplus = IgnoreExtraElements ? 0 : Math.Max(0, found - wanted);
        if (stopsAtFirst && (wanted > found || surplus > 0))
        {
            return Math.Abs(wanted - found);
        }

        var assignment = new ElementAssignment(
            [.. expected.EnumerateArray()],
            [.. actual.EnumerateArray()],
            (left, right) => work.TakePair() ? Count(left, right, stopsAtFirst: true, work) == 0 : null);
        return wanted - assignment.Count(stopsAtFirst) + surplus;
    }

    /// <summary>The size of the larger one.</summary>
    private static int Weight(JsonElement expected, JsonElement actual) => Math.Max(Size(expected), Size(actual));

    /// <summary>As Java WireMock counts: a container is counted for itself and as the child of another one.</summary>
    private static int Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => 1 + value.EnumerateArray().Sum(ChildSize),
        JsonValueKind.Object => 1 + value.EnumerateObject().Sum(member => ChildSize(member.Value)),
        JsonValueKind.Undefined => 0,
        _ => 1,
    };

    private static int ChildSize(JsonElement child) =>
        child.ValueKind is JsonValueKind.Array or JsonValueKind.Object ? 1 + Size(child) : 1;

    private sealed class Work(PatternTimeouts timeouts)
    {
        public PatternTimeouts Timeouts => timeouts;

        private int _pairs;

        public bool IsExhausted => _pairs > MaxPairs;

        /// <summary>False if too many pairs were compared already.</summary>
        public bool TakePair() => ++_pairs <= MaxPairs;
    }
}
