using System.Text.Json;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Json;

/// <summary>
/// A JSON path as Java WireMock understands it (Jayway JsonPath 2): members, indexes, slices, wildcards, scans, filters and functions.
/// </summary>
internal sealed class JsonPath
{
    private readonly IReadOnlyList<PathStep> _steps;

    private JsonPath(string expression, IReadOnlyList<PathStep> steps, bool isRelative)
    {
        (Expression, _steps, IsRelative) = (expression, steps, isRelative);
        IsDefinite = steps.All(step => step.IsDefinite);
    }

    /// <summary>As written in the stub.</summary>
    public string Expression { get; }

    /// <summary>Whether the path leads to at most one value.</summary>
    public bool IsDefinite { get; }

    /// <summary>Whether the path begins with <c>@</c>, the value that a filter tests.</summary>
    public bool IsRelative { get; }

    /// <param name="fault">What is wrong, with its position.</param>
    /// <returns>Null if the text is not a JSON path.</returns>
    public static JsonPath? Parse(string expression, out string fault)
    {
        try
        {
            var reader = new PathReader(expression);
            var path = reader.ReadWhole();
            fault = "";
            return path;
        }
        catch (JsonPathException failure)
        {
            fault = $"not a JSON path: {failure.Message}";
            return null;
        }
    }

    internal static JsonPath Of(string expression, IReadOnlyList<PathStep> steps, bool isRelative) => new(expression, steps, isRelative);

    /// <summary>The values that the path leads to; none if it takes too long, which is recorded.</summary>
    public IReadOnlyList<JsonElement> Select(JsonElement root, PatternTimeouts timeouts)
    {
        var evaluation = new PathEvaluation(root, timeouts);
        try
        {
            return SelectFrom(root, evaluation);
        }
        catch (JsonPathException)
        {
            timeouts.Add(Expression);
            return [];
        }
    }

    /// <param name="start">The root, or the value that a filter tests.</param>
    internal List<JsonElement> SelectFrom(JsonElement start, PathEvaluation evaluation)
    {
        List<JsonElement> current = [start];
        foreach (var step in _steps)
        {
            var next = new List<JsonElement>();
            step.Take(current, next, evaluation);
            current = next;
        }

        return current;
    }
}
