using System.Text;
using SocialContract.JsonSchema.Compilation;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.JsonSchema.Tests.Hostile;

public sealed class HostileTests
{
    [Fact]
    public void A_number_of_a_million_digits_is_compared_and_divided()
    {
        var digits = new string('9', 1_000_000);

        Schemas.Compile("""{"maximum":5}""").Accepts(digits).ShouldBeFalse();
        Schemas.Compile("""{"multipleOf":3}""").Accepts(digits).ShouldBeTrue();
        Schemas.Compile("""{"multipleOf":12345678901234567890123}""").Accepts(digits).ShouldBeFalse();
        Schemas.Compile("""{"type":"integer"}""").Accepts(digits + ".5").ShouldBeFalse();
        Schemas.Compile("""{"const":1}""").Accepts("0." + digits).ShouldBeFalse();
    }

    [Fact]
    public void A_pattern_that_cannot_be_decided_is_a_violation_that_says_so_and_never_a_pass()
    {
        var settings = new SchemaSettings { PatternTimeout = TimeSpan.FromMilliseconds(20) };
        var instance = $"\"{new string('a', 60)}b\"";

        var schema = Schemas.Compile("""{"pattern":"^(?=(a+)+$)"}""", settings);
        var negated = Schemas.Compile("""{"not":{"pattern":"^(?=(a+)+$)"}}""", settings);

        schema.Violations(instance).ShouldHaveSingleItem().Found.ShouldBe("a string for which a pattern took longer than 20 ms");
        negated.Accepts(instance).ShouldBeFalse();
    }

    [Theory]
    [InlineData("allOf")]
    [InlineData("anyOf")]
    public void A_schema_whose_references_double_with_each_level_is_decided(string keyword)
    {
        var schema = Schemas.Compile(Diamonds(60, keyword, "\"minimum\":1"));

        schema.Accepts("5").ShouldBeTrue();
        schema.Accepts("0").ShouldBeFalse();
        schema.Violations("0").ShouldNotBeEmpty();
        schema.Violations("0").ShouldAllBe(violation => violation.Found != "an instance for which the schema needs too many steps");
    }

    [Fact]
    public void What_doubled_references_evaluate_is_known_to_unevaluatedProperties()
    {
        var schema = Schemas.Compile(
            Diamonds(60, "allOf", "\"properties\":{\"a\":{\"type\":\"integer\"}}").Replace(
                "{\"$ref\":\"#/$defs/d0\",", "{\"$ref\":\"#/$defs/d0\",\"unevaluatedProperties\":false,", StringComparison.Ordinal));

        schema.Accepts("""{"a":1}""").ShouldBeTrue();
        schema.Accepts("""{"a":"x"}""").ShouldBeFalse();
        schema.Accepts("""{"a":1,"b":1}""").ShouldBeFalse();
    }

    [Fact]
    public void A_recursive_schema_that_visits_each_member_twice_decides_a_deep_instance()
    {
        var schema = Schemas.Compile(
            """
            {"$ref":"#/$defs/n","$defs":{"n":{"required":["v"],"allOf":[
              {"properties":{"a":{"$ref":"#/$defs/n"}}},{"properties":{"a":{"$ref":"#/$defs/n"}}}]}}}
            """);
        string Nested(string inner) => string.Concat(Enumerable.Repeat("{\"v\":1,\"a\":", 40)) + inner + new string('}', 40);

        schema.Accepts(Nested("""{"v":1}""")).ShouldBeTrue();
        schema.Accepts(Nested("{}")).ShouldBeFalse();
    }

    [Fact]
    public void The_evaluation_of_a_schema_that_needs_very_many_steps_for_each_value_gives_up()
    {
        var branches = string.Join(',', Enumerable.Range(0, 1_500).Select(number => $$"""{"minimum":-{{number}}}"""));
        var schema = Schemas.Compile($"{{\"items\":{{\"allOf\":[{branches}]}}}}");
        var instance = $"[{string.Join(',', Enumerable.Range(0, 1_000))}]";

        schema.IsValid(Encoding.UTF8.GetBytes(instance)).ShouldBeFalse();
        schema.Violations(instance).ShouldHaveSingleItem().Found.ShouldBe("an instance for which the schema needs too many steps");
    }

    [Fact]
    public void A_recursive_schema_and_a_deep_instance_do_not_exhaust_the_stack()
    {
        var schema = Schemas.Compile(
            """{"$ref":"#/$defs/a","$defs":{"a":{"allOf":[{"anyOf":[{"$ref":"#/$defs/b"}]}]},"b":{"items":{"$ref":"#"}}}}""");
        var text = Encoding.UTF8.GetBytes(new string('[', 200_000) + new string(']', 200_000));
        JsonInstance.TryParse(text, new JsonLimits(MaxDepth: 1_000_000), out var instance, out _).ShouldBeTrue();

        var valid = schema.IsValid(instance!.Root);

        instance.Dispose();
        valid.ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_thousand_unique_items_are_compared_in_time_that_grows_with_their_number()
    {
        var items = string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"{{\"a\":{number}}}"));
        var schema = Schemas.Compile("""{"uniqueItems":true}""");

        schema.Accepts($"[{items}]").ShouldBeTrue();
        schema.Accepts($"[{items},{{\"a\":7.0}}]").ShouldBeFalse();
    }

    [Fact]
    public void A_hundred_thousand_members_are_compared_with_a_constant()
    {
        var members = Enumerable.Range(0, 100_000).Select(number => $"\"n{number}\":{number}").ToList();
        var schema = Schemas.Compile($$$$"""{"const":{{{{{string.Join(',', members)}}}}}}""");
        members.Reverse();

        schema.Accepts($"{{{string.Join(',', members)}}}").ShouldBeTrue();
        schema.Accepts($"{{{string.Join(',', members.Append("\"n\":0").Skip(1))}}}").ShouldBeFalse();
    }

    [Fact]
    public void A_schema_with_half_a_surrogate_pair_is_a_fault() =>
        Schemas.Faults("""{"properties":{"\ud800":{"const":"\udc00"}}}""").ShouldHaveSingleItem().Message.ShouldContain("surrogate pair");

    [Fact]
    public void A_deeply_nested_pattern_is_refused()
    {
        var pattern = new string('(', 10_000) + new string(')', 10_000);

        Schemas.Faults($$"""{"pattern":"{{pattern}}"}""").ShouldHaveSingleItem().Message.ShouldContain("nested groups");
    }

    /// <summary>Each schema refers to the next one twice; the last one has the assertion.</summary>
    private static string Diamonds(int depth, string keyword, string assertion)
    {
        var links = Enumerable.Range(0, depth).Select(number =>
            $"\"d{number}\":{{\"{keyword}\":[{{\"$ref\":\"#/$defs/d{number + 1}\"}},{{\"$ref\":\"#/$defs/d{number + 1}\"}}]}}");
        return $"{{\"$ref\":\"#/$defs/d0\",\"$defs\":{{{string.Join(',', links)},\"d{depth}\":{{{assertion}}}}}}}";
    }
}
