using SocialContract.Contract.Diagnostics;

namespace SocialContract.Contract.Tests.Diagnostics;

public sealed class NameSuggestionsTests
{
    private static readonly string[] Known = [.. Enumerable.Range(0, 10_000).Select(index => $"property{index}")];

    [Fact]
    public void The_nearest_name_is_suggested() =>
        new NameSuggestions(NameSuggestions.OfMessage).Find("propertx17", Known).ShouldBe("property17");

    [Fact]
    public void After_a_bound_of_work_nothing_is_suggested_and_candidates_are_not_enumerated()
    {
        var suggestions = new NameSuggestions(NameSuggestions.OfMessage);
        for (var index = 0; index < 100; index++)
        {
            suggestions.Find($"propertx{index}", Known);
        }

        suggestions.Find("propertx17", Unexpected()).ShouldBeNull();

        static IEnumerable<string> Unexpected()
        {
            yield return "property17";
            throw new InvalidOperationException("A second candidate was asked for.");
        }
    }

    [Fact]
    public void Candidates_of_another_length_cost_little()
    {
        var suggestions = new NameSuggestions(100_000);
        for (var index = 0; index < 1_000; index++)
        {
            suggestions.Find("nm", ["a name of quite another length"]).ShouldBeNull();
        }

        suggestions.Find("nmae", ["name"]).ShouldBe("name");
    }
}
