using System.Diagnostics;

namespace SocialContract.Contract.Validation.Tests.Bodies;

/// <summary>Requests with thousands of names or values that the document does not have, against thousands that it has.</summary>
public sealed class ManyUnknownNamesTests
{
    private const int Count = 10_000;

    [Fact]
    public void Of_thousands_of_unknown_members_1000_are_reported_and_the_first_with_the_nearest_name()
    {
        var api = Api.Body(
            "application/json",
            "schema: { type: object, additionalProperties: false, properties: { "
                + string.Join(", ", Enumerable.Range(0, Count).Select(index => $"property{index}: {{ type: string }}")) + " } }");
        var body = $"{{{string.Join(',', Enumerable.Range(0, Count).Select(index => $"\"propertx{index}\":\"\""))}}}";

        Validate(api, body, first: "property0");
    }

    [Fact]
    public void Of_thousands_of_unlisted_values_1000_are_reported_and_the_first_with_the_nearest_value()
    {
        var api = Api.Body(
            "application/json",
            "schema: { type: array, items: { enum: ["
                + string.Join(", ", Enumerable.Range(0, Count).Select(index => $"value{index}")) + "] } }");
        var body = $"[{string.Join(',', Enumerable.Range(0, Count).Select(index => $"\"valve{index}\""))}]";

        Validate(api, body, first: "value0");
    }

    /// <summary>The promise is about a second; a comparison of all pairs takes minutes.</summary>
    private static void Validate(Api api, string body, string first)
    {
        var started = Stopwatch.GetTimestamp();

        using var verdict = api.Validate(new TestRequest("POST /x", body));

        verdict.Violations.Count.ShouldBe(1000);
        verdict.Violations[0].Nearest.ShouldBe(first);
        verdict.Violations[^1].Nearest.ShouldBeNull();
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }
}
