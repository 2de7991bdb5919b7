using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>Compares each part of a request with a pattern that does not match it.</summary>
internal static class RequestComparison
{
    /// <summary>Characters of a body that a difference shows.</summary>
    private const int MaxShown = 1_000;

    public static IReadOnlyList<RequestDifference> Differences(RequestPattern pattern, StubRequest request) =>
        [.. Groups(pattern, request).SelectMany(group => group.Parts).Where(part => part.Distance > 0)];

    /// <summary>
    /// The weighted average over the groups. Only the first groups count while one of them does not match, as in Java WireMock.
    /// </summary>
    public static double Distance(RequestPattern pattern, StubRequest request)
    {
        List<Group> groups = [.. Groups(pattern, request)];
        var first = Average(groups.Where(group => group.IsFirst));
        return first > 0 ? first : Average(groups);
    }

    private static double Average(IEnumerable<Group> groups)
    {
        var (total, weights) = (0.0, 0.0);
        foreach (var group in groups)
        {
            total += group.Weight * group.Parts.Select(part => part.Distance).DefaultIfEmpty(0).Average();
            weights += group.Weight;
        }

        return total / weights;
    }

    private static IEnumerable<Group> Groups(RequestPattern pattern, StubRequest request)
    {
        yield return First(3, Equal("scheme", pattern.Scheme, request.Scheme));
        yield return First(10, Single("host", pattern.Host, request.Value(request.Host)));
        yield return First(10, Equal("port", pattern.Port?.ToString(null, null), request.Port.ToString(null, null)));
        yield return First(3, Single("clientIp", pattern.ClientIp, request.Value(request.ClientIp)));
        yield return First(
            10, [new(pattern.Url.Name, pattern.Url.Expected, pattern.Url.Found(request), pattern.Url.Distance(request))]);
        yield return First(
            3, [new("method", pattern.Method.Expected, request.Method, pattern.Method.Matches(request.Method) ? 0 : 1)]);
        var variables = pattern.PathVariables(request);
        yield return new(1, false, pattern.PathParameters.SelectMany(parameter => Single(
            $"pathParameters.{parameter.Key}", parameter.Value, request.Value(variables.GetValueOrDefault(parameter.Key)))));
        yield return Multiple("headers", pattern.Headers, request.Headers);
        yield return Multiple("queryParameters", pattern.QueryParameters, request.QueryParameters);
        yield return Multiple("formParameters", pattern.FormParameters, request.FormParameters);
        yield return new(1, false, pattern.Cookies.Select(cookie => Cookie(cookie.Key, cookie.Value, request.Cookies(cookie.Key))));
        yield return new(1, false, pattern.Bodies.SelectMany((body, index) => Single($"bodyPatterns[{index}]", body, request.Body)));
        yield return new(1, false, pattern.Parts.Select((part, index) => new RequestDifference(
            $"multipartPatterns[{index}]", part.Expected, Shown(request.Body.Text), part.Matches(request) ? 0 : 1)));
    }

    private static Group First(double weight, IEnumerable<RequestDifference> parts) => new(weight, true, parts);

    private static IEnumerable<RequestDifference> Equal(string part, string? expected, string found) =>
        expected is null ? [] : [new(part, expected, found, expected == found ? 0 : 1)];

    private static IEnumerable<RequestDifference> Single(string part, ValuePattern? pattern, PatternValue value) =>
        pattern is null ? [] : [new(part, pattern.ToString(), Shown(value.Text), pattern.Distance(value))];

    private static Group Multiple(
        string part, IReadOnlyList<KeyValuePair<string, MultiValuePattern>> patterns, Func<string, IReadOnlyList<PatternValue>> valuesOf) =>
        new(1, false, patterns.Select(pattern =>
        {
            var values = valuesOf(pattern.Key);
            var expected = $"{pattern.Value.Name} {pattern.Value.Expected}";
            return new RequestDifference($"{part}.{pattern.Key}", expected, Shown(values), pattern.Value.Distance(values));
        }));

    private static RequestDifference Cookie(string name, ValuePattern pattern, IReadOnlyList<PatternValue> values) => new(
        $"cookies.{name}",
        pattern.ToString(),
        Shown(values),
        RequestPattern.MatchesCookie(pattern, values) ? 0 : values.Count == 0 ? 1 : values.Min(pattern.Distance));

    private static string? Shown(IReadOnlyList<PatternValue> values) =>
        values.Count == 0 ? null : Shown(string.Join(", ", values.Select(value => value.Text)));

    private static string? Shown(string? text) => text is { Length: > MaxShown } ? $"{text[..MaxShown]}…" : text;

    private sealed record Group(double Weight, bool IsFirst, IEnumerable<RequestDifference> Parts);
}
