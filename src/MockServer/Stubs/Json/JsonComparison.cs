using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>Compares JSON values as json-unit does for Java WireMock.</summary>
/// <param name="IgnoreArrayOrder">Whether elements may come in another order, at every depth.</param>
/// <param name="IgnoreExtraElements">Whether objects may have more members, and arrays more elements.</param>
internal sealed record JsonComparison(
    JsonElement Expected, JsonPlaceholders Placeholders, bool IgnoreArrayOrder, bool IgnoreExtraElements)
{
    /// <summary>Comparisons of elements whose order is ignored: each with each.</summary>
    private const int MaxPairs = 100_000;

    public bool IsEqual(JsonElement actual, PatternTimeouts timeouts) => Count(Expected, actual, stopsAtFirst: true, new(timeouts)) == 0;

    /// <summary>From 0, equal, to 1: the parts that differ among all parts.</summary>
    public double Distance(JsonElement actual, PatternTimeouts timeouts)
    {
        var differences = Count(Expected, actual, stopsAtFirst: false, new(timeouts));
        return differences == 0 ? 0 : Math.Min(1, (double)differences / Math.Max(1, Math.Max(Size(Expected), Size(actual))));
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
            (JsonValueKind.Array, JsonValueKind.Array) when IgnoreArrayOrder => CountUnordered(expected, actual, work),
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
        for (var index = 0; index < Math.Min(wanted, found) && !(stopsAtFirst && differences > 0); index++)
        {
            differences += Count(expected[index], actual[index], stopsAtFirst, work);
        }

        return differences;
    }

    /// <summary>Assigns to each expected element another element that equals it, as many as possible.</summary>
    private int CountUnordered(JsonElement expected, JsonElement actual, Work work)
    {
        List<JsonElement> wanted = [.. expected.EnumerateArray()];
        List<JsonElement> found = [.. actual.EnumerateArray()];
        var owners = Enumerable.Repeat(-1, found.Count).ToArray();
        var equal = new Dictionary<(int, int), bool>();
        var assigned = 0;
        for (var index = 0; index < wanted.Count; index++)
        {
            assigned += Assign(index, new bool[found.Count]) ? 1 : 0;
        }

        return wanted.Count - assigned + (IgnoreExtraElements ? 0 : Math.Max(0, found.Count - wanted.Count));

        bool Assign(int index, bool[] tried)
        {
            for (var other = 0; other < found.Count; other++)
            {
                if (tried[other] || !AreEqual(index, other))
                {
                    continue;
                }

                tried[other] = true;
                if (owners[other] < 0 || Assign(owners[other], tried))
                {
                    owners[other] = index;
                    return true;
                }
            }

            return false;
        }

        bool AreEqual(int index, int other)
        {
            if (!equal.TryGetValue((index, other), out var same))
            {
                same = ++work.Pairs <= MaxPairs && Count(wanted[index], found[other], stopsAtFirst: true, work) == 0;
                equal[(index, other)] = same;
            }

            return same;
        }
    }

    /// <summary>The number of values in the larger one; 1 for scalars.</summary>
    private static int Weight(JsonElement expected, JsonElement actual) => Math.Max(1, Math.Max(Size(expected), Size(actual)));

    private static int Size(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Sum(element => 1 + Size(element)),
        JsonValueKind.Object => value.EnumerateObject().Sum(member => 1 + Size(member.Value)),
        _ => 0,
    };

    private sealed class Work(PatternTimeouts timeouts)
    {
        public PatternTimeouts Timeouts => timeouts;

        public int Pairs { get; set; }
    }
}
