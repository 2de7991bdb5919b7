using System.Text.Json.Nodes;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Values that break a rule, by its keyword.</summary>
public sealed class WrongValuesTests
{
    [Theory]
    [InlineData("text", "maxLength", "\"contra\"")]
    [InlineData("text", "type", "123 [\"contract-kit\"] null true {\"contract_kit_unknown\":\"contract-kit\"}")]
    [InlineData("stars", "type", "1.5 \"contract-kit\" [\"contract-kit\"] null true {\"contract_kit_unknown\":\"contract-kit\"}")]
    public void The_values_are_just_beyond_the_limit_or_of_every_other_type(string member, string keyword, string expected) =>
        Of(member, keyword).ShouldBe(expected);

    [Theory]
    [InlineData("minimum", "0")]
    [InlineData("maximum", "4")]
    public void The_first_number_beyond_a_limit_is_the_next_one(string keyword, string first) =>
        Of("stars", keyword).Split(' ')[0].ShouldBe(first);

    [Theory]
    [InlineData("maxLength: 5.0", "\"ab\"", "\"contra\"")]
    [InlineData("maxLength: 5e0", "\"ab\"", "\"contra\"")]
    [InlineData("minItems: 2.0", "[1,2]", "[1]")]
    public void A_limit_is_a_whole_number_however_it_is_written(string limit, string present, string expected)
    {
        var planned = PlannedOperation.WithBody($"{{ {limit} }}");

        var values = WrongValues.Values(planned.RuleOf(limit.Split(':')[0]), JsonNode.Parse(present), planned.Api.View);

        string.Join(' ', values.Select(value => value!.ToJsonString())).ShouldBe(expected);
    }

    private static string Of(string member, string keyword)
    {
        var rule = Notes.Api.Rules.Requests(Notes.Create)
            .Single(use => use.Instance == $"/body/{member}" && use.Rule.Keyword == keyword).Rule;
        return string.Join(' ', WrongValues.Values(rule, null, Notes.Api.View).Select(value => value?.ToJsonString() ?? "null"));
    }
}
