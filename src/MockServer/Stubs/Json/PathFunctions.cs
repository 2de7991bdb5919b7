using System.Text.Json;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>The functions that a path may end with.</summary>
internal enum PathFunction
{
    Length,
    Size,
    Min,
    Max,
    Avg,
    Sum,
    StdDev,
    First,
    Last,
}

/// <summary>Evaluates the functions of paths, with results in Java's notation: a sum of integers is <c>3.0</c>.</summary>
internal static class PathFunctions
{
    /// <summary>The names in lower case.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<PathFunction>().Select(name => name.ToLowerInvariant())];

    /// <returns>Null if the value does not have that property.</returns>
    public static JsonElement? Evaluate(PathFunction function, JsonElement value) => function switch
    {
        PathFunction.Length or PathFunction.Size => Length(value) is { } length ? Json($"{length}") : null,
        PathFunction.First => Element(value, 0),
        PathFunction.Last => Element(value, -1),
        _ => Numbers(value) is { Count: > 0 } numbers ? Json(NumberComparison.JavaText(Aggregate(function, numbers))) : null,
    };

    private static int? Length(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength(),
        JsonValueKind.Object => value.GetPropertyCount(),
        _ => null,
    };

    private static JsonElement? Element(JsonElement value, int position)
    {
        var length = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;
        return length == 0 ? null : value[position < 0 ? length + position : position];
    }

    private static List<double> Numbers(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Number).Select(element => element.GetDouble())]
        : [];

    private static double Aggregate(PathFunction function, List<double> numbers) => function switch
    {
        PathFunction.Min => numbers.Min(),
        PathFunction.Max => numbers.Max(),
        PathFunction.Avg => numbers.Average(),
        PathFunction.StdDev => Math.Sqrt(numbers.Average(number => number * number) - Math.Pow(numbers.Average(), 2)),
        _ => numbers.Sum(),
    };

    private static JsonElement? Json(string text) => JsonElement.Parse(text);
}
