using System.Text.Json.Nodes;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Values that decide whether an instance matches the schemas in a compound keyword.</summary>
public sealed class DecidingValuesTests
{
    [Fact]
    public void The_values_that_a_condition_lists_are_at_their_places() =>
        Listed("{ if: { properties: { kind: { const: a }, size: { enum: [1, 2] } } }, then: { required: [more] } }", "if")
            .ShouldBe(["/kind \"a\"", "/size 1", "/size 2"]);

    [Fact]
    public void A_place_within_members_and_elements_is_a_pointer() =>
        Listed(
            "{ not: { properties: { a/b: { properties: { c: { const: 1 } } }, "
                + "list: { prefixItems: [ {}, { const: 2 } ], items: { const: 3 } }, all: { items: { const: 4 } } } } }",
            "not")
            .ShouldBe(["/a~1b/c 1", "/list/1 2", "/list/2 3", "/all/0 4"]);

    [Fact]
    public void References_and_all_parts_of_a_schema_are_read() =>
        Listed(
            "{ not: { allOf: [ { $ref: '#/components/schemas/Kind' }, { properties: { size: { const: 1 } } } ] } }",
            "not",
            "{ Kind: { properties: { kind: { const: a } } } }")
            .ShouldBe(["/size 1", "/kind \"a\""]);

    [Fact]
    public void The_branches_of_an_alternative_are_read_one_after_the_other() =>
        Listed("{ anyOf: [ { properties: { a: { const: 1 } } }, { oneOf: [ { properties: { a: { const: 2 } } } ] } ] }", "anyOf")
            .ShouldBe(["/a 1", "/a 2"]);

    [Fact]
    public void A_schema_that_contains_itself_is_read_to_the_eighth_level()
    {
        var listed = Listed(
            "{ not: { $ref: '#/components/schemas/Node' } }",
            "not",
            "{ Node: { properties: { v: { const: 1 }, next: { $ref: '#/components/schemas/Node' } } } }");

        listed.Count.ShouldBe(7);
        listed[^1].ShouldBe("/next/next/next/next/next/next/v 1");
    }

    [Fact]
    public void Once_there_are_enough_values_no_further_schema_is_read()
    {
        var many = string.Join(", ", Enumerable.Range(0, 480));

        var listed = Listed($"{{ not: {{ properties: {{ a: {{ enum: [{many}] }}, b: {{ const: 1 }} }} }} }}", "not");

        listed.Count.ShouldBe(480);
        listed.ShouldAllBe(value => value.StartsWith("/a "));
    }

    [Fact]
    public void The_values_of_the_schema_around_come_before_those_that_break_the_condition() =>
        Other(
            "{ properties: { kind: { enum: [a, b] } }, if: { properties: { kind: { maxLength: 3 } } }, then: { required: [more] } }",
            "if",
            """{"kind":"a"}""")
            .ShouldBe(["/kind \"a\"", "/kind \"b\"", "/kind \"cont\""]);

    [Fact]
    public void The_values_of_a_schema_are_also_those_of_its_parts() =>
        Other(
            "{ properties: { kind: { enum: [a, b] } }, "
                + "allOf: [ { if: { properties: { kind: { const: a } } }, then: { required: [more] } } ] }",
            "if",
            "{}")
            .ShouldBe(["/kind \"a\"", "/kind \"b\""]);

    [Fact]
    public void A_flag_has_both_its_values() =>
        Other("{ properties: { on: { type: boolean } }, not: { properties: { on: { const: true } } } }", "not", "{}")
            .ShouldBe(["/on true", "/on false"]);

    [Theory]
    [InlineData("""{"n":5}""", "/n 2", "/n 2.5", "/n 2.999")]
    [InlineData("{}")]
    public void A_keyword_of_the_condition_is_broken_only_where_the_instance_has_the_value(string present, params string[] expected) =>
        Other("{ not: { properties: { n: { minimum: 3 } } } }", "not", present).ShouldBe(expected);

    private static List<string> Listed(string schema, string keyword, string components = "{}") =>
        Of(schema, keyword, "{}", components, values => values.Listed);

    private static List<string> Other(string schema, string keyword, string present) =>
        Of(schema, keyword, present, "{}", values => values.Other);

    private static List<string> Of(
        string schema,
        string keyword,
        string present,
        string components,
        Func<DecidingValues, IEnumerable<(string Place, JsonNode? Value)>> select)
    {
        var planned = PlannedOperation.WithBody(schema, components: components);
        var values = DecidingValues.In(planned.RuleOf(keyword, "/body"), JsonNode.Parse(present), planned.Api.View, planned.Drafts.Budget);
        return [.. select(values).Select(value => $"{value.Place} {value.Value?.ToJsonString() ?? "null"}")];
    }
}
