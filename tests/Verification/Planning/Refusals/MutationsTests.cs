using System.Text.Json.Nodes;
using SocialContract.Contract.Rules;
using SocialContract.Verification.Planning.Refusals;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Refusals;

/// <summary>Changes to a valid message that could break a rule.</summary>
public sealed class MutationsTests
{
    private const string Tags = "{ properties: { tags: { items: { type: boolean } } } }";

    [Fact]
    public void A_required_member_is_left_out_and_the_message_itself_stays()
    {
        var parts = Parts("""{"text":"ab","stars":2}""");
        var planned = PlannedOperation.WithBody("{ required: [text] }");

        var mutation = Mutations.Of(planned.RuleOf("required"), "/body", parts, planned.Api).ShouldHaveSingleItem();

        (mutation.Title, mutation.Place, mutation.Way).ShouldBe(("text is left out", "/body/text", 0));
        mutation.Apply().ShouldNotBeNull().ToJsonString().ShouldBe("""{"body":{"stars":2}}""");
        parts.ToJsonString().ShouldBe("""{"body":{"text":"ab","stars":2}}""");
    }

    [Fact]
    public void A_name_that_a_pointer_escapes_is_left_out_too() =>
        Of("{ required: [a/b~c] }", "required", """{"a/b~c":1}""").ShouldBe(["a/b~c is left out: {}"]);

    [Fact]
    public void A_member_that_is_not_there_cannot_be_left_out() =>
        Of("{ required: [text] }", "required", "{}").ShouldBe(["text is left out: nothing"]);

    [Fact]
    public void Each_value_is_at_the_first_or_the_last_element_and_then_at_the_other()
    {
        var planned = PlannedOperation.WithBody(Tags);

        var mutations = Mutations.Of(
            planned.RuleOf("type"), "/body/tags/*", Parts("""{"tags":[true,true,true]}"""), planned.Api);

        mutations.Select(mutation => $"{mutation.Way} {mutation.Place}").ShouldBe(
        [
            "0 /body/tags/0", "1 /body/tags/2", "2 /body/tags/0", "3 /body/tags/2", "4 /body/tags/0",
            "0 /body/tags/2", "1 /body/tags/0", "2 /body/tags/2", "3 /body/tags/0", "4 /body/tags/2",
        ]);
    }

    [Fact]
    public void A_single_element_gets_each_value_once() => Of(Tags, "type", """{"tags":[true]}""", "/body/tags/*").ShouldBe(
    [
        """element 1 of tags is "contract-kit": {"tags":["contract-kit"]}""",
        """element 1 of tags is the number 123: {"tags":[123]}""",
        """element 1 of tags is the array ["contract-kit"]: {"tags":[["contract-kit"]]}""",
        """element 1 of tags is null: {"tags":[null]}""",
        """element 1 of tags is the object {"contract_kit_unknown":"contract-kit"}: {"tags":[{"contract_kit_unknown":"contract-kit"}]}""",
    ]);

    [Fact]
    public void No_element_of_an_empty_array_is_wrong() => Of(Tags, "type", """{"tags":[]}""", "/body/tags/*").ShouldBeEmpty();

    [Fact]
    public void An_optional_member_that_is_missing_is_added_with_a_wrong_value() =>
        Of("{ properties: { text: { maxLength: 5 } } }", "maxLength", "{}", "/body/text")
            .ShouldBe(["""text is "contra": {"text":"contra"}"""]);

    [Theory]
    [InlineData("""{"a":"x"}""", """{"a":"x","contract_kit_unknown":"x"}""", """{"a":"x","contract_kit_unknown":123}""")]
    [InlineData("{}", """{"contract_kit_unknown":"contract-kit"}""", """{"contract_kit_unknown":123}""")]
    public void An_unknown_member_is_like_the_first_one_or_a_number(string body, string like, string number) =>
        Of("{ properties: { a: {} }, additionalProperties: false }", "additionalProperties", body).ShouldBe(
        [
            $"the body has the unknown member contract_kit_unknown: {like}",
            $"the body has the unknown member contract_kit_unknown: {number}",
        ]);

    [Theory]
    [InlineData("3")]
    [InlineData("3.0")]
    public void An_object_gets_as_many_members_as_are_one_too_many(string limit) =>
        Of($"{{ maxProperties: {limit} }}", "maxProperties", """{"a":1}""").ShouldBe(
        [
            """the body has 4 members: {"a":1,"contract_kit_unknown":1,"contract_kit_unknown_1":1,"contract_kit_unknown_2":1}""",
            """the body has 4 members: {"a":1,"contract_kit_unknown":123,"contract_kit_unknown_1":123,"contract_kit_unknown_2":123}""",
        ]);

    [Fact]
    public void An_object_gets_no_thousands_of_members() =>
        Of("{ maxProperties: 5000 }", "maxProperties", """{"a":1}""").ShouldBeEmpty();

    [Theory]
    [InlineData("2")]
    [InlineData("2.0")]
    public void An_object_keeps_one_member_too_few_each_time_others(string limit) =>
        Of($"{{ minProperties: {limit} }}", "minProperties", """{"a":1,"b":2,"c":3}""").ShouldBe(
            ["""the body has 1 member: {"a":1}""", """the body has 1 member: {"b":2}""", """the body has 1 member: {"c":3}"""]);

    [Fact]
    public void An_object_that_needs_a_member_keeps_none() =>
        Of("{ minProperties: 1 }", "minProperties", """{"a":1}""").ShouldBe(["the body has 0 members: {}"]);

    [Theory]
    [InlineData("{ properties: { a: false } }", "/body/a", "{}", """a is present: {"a":"contract-kit"}""")]
    [InlineData(
        "{ properties: { list: { items: { properties: { a: false } } } } }",
        "/body/list/*/a",
        """{"list":[{},{"b":1},{}]}""",
        """a of element 1 is present: {"list":[{"a":"contract-kit"},{"b":1},{}]}""",
        """a of element 3 is present: {"list":[{},{"b":1},{"a":"contract-kit"}]}""")]
    [InlineData(
        "{ additionalProperties: { properties: { a: false } } }",
        "/body/*/a",
        """{"k":{}}""",
        """a is present: {"k":{"a":"contract-kit"}}""")]
    [InlineData("{ patternProperties: { '^x/$': false } }", "/body/*", "{}", """x/ is present: {"x/":"contract-kit"}""")]
    [InlineData("{ properties: { list: { items: { properties: { a: false } } } } }", "/body/list/*/a", """{"list":[]}""")]
    public void A_value_is_put_where_none_is_allowed(string schema, string place, string body, params string[] expected)
    {
        var planned = PlannedOperation.WithBody(schema);
        var rule = planned.Drafts.Rules.Single(use => use.Rule.Kind == RuleKind.FalseSchema && use.Instance == place).Rule;

        Mutations.Of(rule, place, Parts(body), planned.Api).Select(Text).ShouldBe(expected);
    }

    [Fact]
    public void Values_for_the_whole_rule_take_turns_with_those_for_its_keyword()
    {
        var planned = PlannedOperation.WithBody("{ type: boolean }");

        var mutations = Mutations.Of(
            planned.RuleOf("type"), "/body", Parts("true"), planned.Api.View, ["/body"], _ => [JsonValue.Create(1), JsonValue.Create(2)]);

        mutations.Take(5).Select(Text).ShouldBe(
        [
            "the body is \"contract-kit\": \"contract-kit\"",
            "the body is the number 1: 1",
            "the body is the number 123: 123",
            "the body is the number 2: 2",
            "the body is the array [\"contract-kit\"]: [\"contract-kit\"]",
        ]);
    }

    [Fact]
    public void A_parameter_is_left_out_or_is_another_text()
    {
        var planned = PlannedOperation.Of("""
              /notes:
                get:
                  operationId: listNotes
                  parameters: [ { name: limit, in: query, required: true, schema: { type: integer }, example: 10 } ]
                  responses: { '200': { description: The notes. } }
            """);
        var parts = JsonNode.Parse("""{"query":{"limit":10}}""")!.AsObject();
        var required = planned.Drafts.Rules.Single(use => use.Rule.Kind == RuleKind.Parameter).Rule;

        var mutations = Mutations.Of(required, "/query/limit", parts, planned.Api)
            .Concat(Mutations.Of(planned.RuleOf("type"), "/query/limit", parts, planned.Api));

        mutations.Select(mutation => $"{mutation.Title}: {mutation.Apply()?.ToJsonString()}").ShouldBe(
        [
            """limit is left out: {"query":{}}""",
            """limit is "contract-kit": {"query":{"limit":"contract-kit"}}""",
            """limit is "not-a-value": {"query":{"limit":"not-a-value"}}""",
        ]);
    }

    private static JsonObject Parts(string body) => new() { ["body"] = JsonNode.Parse(body) };

    /// <summary>The changes for the rule of a keyword, each with the body that it makes.</summary>
    private static IEnumerable<string> Of(string schema, string keyword, string body, string place = "/body")
    {
        var planned = PlannedOperation.WithBody(schema);
        return Mutations.Of(planned.RuleOf(keyword, place), place, Parts(body), planned.Api).Select(Text);
    }

    private static string Text(Mutation mutation) => $"{mutation.Title}: {mutation.Apply()?["body"]?.ToJsonString() ?? "nothing"}";
}
