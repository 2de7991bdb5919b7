using System.Text.Json.Nodes;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Candidates for places whose rule has schemas in it.</summary>
public sealed class CompoundValuesTests
{
    private const string Branches =
        "[ { required: [a], properties: { a: { const: 1 } } }, { required: [b], properties: { b: { const: 2 } } } ]";

    private const string Kinds = "{ properties: { kind: { enum: [a, b] }, size: { const: 1 } }, oneOf: [ "
        + "{ required: [kind], properties: { kind: { const: a } } }, { required: [kind, size], properties: { kind: { const: b } } } ] }";

    private const string Otherwise = "{ if: { required: [a] }, then: {}, else: { required: [b], properties: { b: { const: 2 } } } }";

    [Fact]
    public void A_rule_of_one_branch_is_broken_by_what_fits_two() =>
        Breaking($"{{ oneOf: {Branches} }}", "oneOf", """{"a":1}""").Take(4)
            .ShouldBe(["""{"a":1,"b":2}""", """{"a":1}""", """{"a":1,"b":2}""", """{"a":1}"""]);

    [Fact]
    public void A_rule_of_some_branch_is_broken_without_the_member_that_decides() =>
        Breaking($"{{ anyOf: {Branches} }}", "anyOf", """{"a":1}""").ShouldContain("{}");

    [Fact]
    public void A_forbidden_schema_is_met_beside_the_other_members_and_alone() =>
        Breaking("{ not: { required: [a], properties: { a: { const: 1 } } } }", "not", """{"b":2}""").Take(3)
            .ShouldBe(["""{"b":2,"a":1}""", """{"a":1}""", """{"b":2}"""]);

    [Fact]
    public void A_condition_is_met_without_what_it_then_demands() =>
        Breaking(
            "{ properties: { kind: { enum: [x, y] } }, if: { properties: { kind: { const: x } } }, then: { required: [more] } }",
            "if",
            """{"kind":"y"}""")
            .ShouldContain("""{"kind":"x"}""");

    [Fact]
    public void A_member_that_others_depend_on_is_added_without_them() =>
        Breaking("{ dependentSchemas: { a: { required: [b] } } }", "dependentSchemas", """{"c":3}""")[0]
            .ShouldBe("""{"c":3,"a":"contract-kit"}""");

    [Theory]
    [InlineData("""{"a":1}""", """{"a":1,"NAME":1}""")]
    [InlineData("{}", """{"NAME":"contract-kit"}""")]
    public void Names_of_members_are_odd_in_five_ways(string present, string expected) =>
        Breaking("{ propertyNames: { maxLength: 20 } }", "propertyNames", present).Take(5).ShouldBe(
            ((string[])["contract kit!", "CONTRACT_KIT", "contract-kit", "1", new('c', 200)])
                .Select(name => expected.Replace("NAME", name, StringComparison.Ordinal)));

    [Fact]
    public void An_array_has_no_such_element_or_too_many_or_one_less() =>
        Breaking("{ contains: { const: a } }", "contains", """["a","b"]""").ShouldBe(
        [
            """["contract-kit","contract-kit"]""",
            "[123,123]",
            "[-1,-1]",
            "[true,true]",
            "[null,null]",
            "[{},{}]",
            "[[],[]]",
            """["a","b","a-2"]""",
            """["a","b","a-2","a-3"]""",
            """["a","b","a-2","a-3","a-4","a-5","a-6","a-7"]""",
            """["b"]""",
            """["a"]""",
        ]);

    [Fact]
    public void However_many_values_a_schema_lists_the_candidates_are_few()
    {
        var many = string.Join(", ", Enumerable.Range(0, 600));

        Breaking($"{{ not: {{ properties: {{ a: {{ enum: [{many}] }}, b: {{ maximum: 3 }} }} }} }}", "not", """{"a":1,"b":2}""")
            .Count.ShouldBeLessThanOrEqualTo(480);
    }

    [Fact]
    public void The_valid_value_stays_as_it_is()
    {
        var present = JsonNode.Parse("""{"a":1,"c":{"d":2}}""");
        var planned = PlannedOperation.WithBody($"{{ oneOf: {Branches} }}");

        var candidates = CompoundValues.Breaking(planned.RuleOf("oneOf"), present, planned.Source, planned.Api.View);
        foreach (var candidate in candidates.Where(candidate => candidate != present))
        {
            (candidate!["c"] as JsonObject)?.Clear();
        }

        present!.ToJsonString().ShouldBe("""{"a":1,"c":{"d":2}}""");
    }

    [Fact]
    public void Another_branch_is_met_together_with_the_schema_around_it() =>
        Alternatives(Kinds, "oneOf", """{"kind":"a"}""", branch: 1)[0].ShouldBe("""{"kind":"b","size":1}""");

    [Fact]
    public void A_branch_keeps_the_members_of_the_request() =>
        Alternatives(Kinds, "oneOf", """{"kind":"a","more":true}""", branch: 1)[1].ShouldBe("""{"kind":"b","more":true,"size":1}""");

    [Fact]
    public void A_condition_is_not_met_without_its_member_and_with_what_is_demanded_otherwise()
    {
        var candidates = Alternatives(Otherwise, "if", """{"a":1}""");

        candidates[0].ShouldBe("{}");
        candidates.ShouldContain("""{"b":2}""");
    }

    [Fact]
    public void A_value_without_members_that_a_condition_does_not_apply_to_is_what_is_demanded_otherwise() =>
        Alternatives("{ if: { type: string }, then: {}, else: { const: 5 } }", "if", "\"x\"").ShouldContain("5");

    private static List<string> Breaking(string schema, string keyword, string present)
    {
        var planned = PlannedOperation.WithBody(schema);
        return Texts(CompoundValues.Breaking(planned.RuleOf(keyword), JsonNode.Parse(present), planned.Source, planned.Api.View));
    }

    /// <summary>Candidates that match a branch; without a branch, candidates that do not match the rule's own schema.</summary>
    private static List<string> Alternatives(string schema, string keyword, string present, int? branch = null)
    {
        var planned = PlannedOperation.WithBody(schema);
        var rule = planned.RuleOf(keyword);
        var node = branch is { } index ? rule.Node.Elements().ElementAt(index) : rule.Node;
        return Texts(CompoundValues.Alternatives(
            rule, node, branch is not null, JsonNode.Parse(present), planned.Source, planned.Api.View));
    }

    private static List<string> Texts(IEnumerable<JsonNode?> values) => [.. values.Select(value => value?.ToJsonString() ?? "null")];
}
