using System.Text.Json.Nodes;
using SocialContract.Contract.Generation;
using SocialContract.Verification.Planning.Requests;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Requests;

/// <summary>Plain requests of an operation, from examples and from schemas.</summary>
public sealed class DraftFinderTests
{
    private const string Impossible = "{ type: integer, minimum: 2, maximum: 1 }";

    [Fact]
    public void The_fullest_request_is_first_and_examples_come_before_generated_ones() =>
        Bodies(WithExamples(
            "{ properties: { a: { const: 1 }, b: { const: 2 } } }", "few: { value: { a: 1 } }, many: { value: { b: 2, a: 1 } }"))
            .ShouldBe(["""{"b":2,"a":1}""", """{"a":1,"b":2}""", """{"a":1}"""]);

    [Fact]
    public void An_example_that_breaks_a_rule_is_not_sent() =>
        Bodies(WithExamples("{ properties: { a: { const: 1 } } }", "wrong: { value: { a: 2 } }")).ShouldBe(["""{"a":1}"""]);

    [Theory]
    [InlineData("{ type: string }", """{"tags":["a","a-1"]}""")]
    [InlineData("{ enum: [a] }", """{"tags":["a"]}""")]
    public void An_array_of_one_element_gets_a_second_where_the_schema_takes_it(string items, string expected)
    {
        var planned = PlannedOperation.WithBody($"{{ properties: {{ tags: {{ type: array, items: {items} }} }} }}", "{ tags: [a] }");

        Bodies(planned)[0].ShouldBe(expected);
    }

    [Fact]
    public void Elements_of_elements_get_a_second_too() =>
        Bodies(PlannedOperation.WithBody("{ items: { items: { type: integer } } }", "[[1]]"))[0].ShouldBe("[[1,2],[1,2]]");

    [Fact]
    public void Required_parameters_are_there_by_example_or_schema_and_optional_ones_are_not()
    {
        var planned = PlannedOperation.Of("""
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer }, example: 7 }
                    - { name: X-Shape, in: header, required: true, schema: { const: flat } }
                    - { name: page, in: query, schema: { type: integer }, example: 2 }
                  responses: { '200': { description: The note. } }
            """);

        planned.Drafts.All.ShouldHaveSingleItem().Values.ToJsonString()
            .ShouldBe("""{"path":{"id":7},"header":{"X-Shape":"flat"},"query":{},"cookie":{}}""");
    }

    [Fact]
    public void A_request_is_charged_for_the_parameters_that_it_leaves_out()
    {
        (Charge(1_000) - Charge(0)).ShouldBeGreaterThan(10_000);

        static long Charge(int count)
        {
            var parameters = string.Join(", ", Enumerable.Range(0, count).Select(number => $"{{ name: q{number}, in: query }}"));
            var drafts = PlannedOperation.Of($$"""
                  /notes:
                    get:
                      operationId: listNotes
                      parameters: [{{parameters}}]
                      responses: { '200': { description: The notes. } }
                """).Drafts;
            var before = drafts.Budget.Spent;
            drafts.Accepts(drafts.Plain).ShouldBeTrue();
            return drafts.Budget.Spent - before;
        }
    }

    [Fact]
    public void Where_a_required_parameter_has_no_value_the_reason_says_so() =>
        Reason($"parameters: [ {{ name: limit, in: query, required: true, schema: {Impossible} }} ]")
            .ShouldBe("no value was found for a required parameter");

    [Fact]
    public void Where_a_body_is_impossible_the_reason_says_what_contradicts() =>
        Reason($"requestBody: {{ required: true, content: {{ application/json: {{ schema: {Impossible} }} }} }}")
            .ShouldStartWith("no request was found that the document accepts: ");

    [Fact]
    public void Where_the_only_example_of_a_parameter_is_wrong_no_request_is_accepted() =>
        Reason("parameters: [ { name: limit, in: query, required: true, schema: { type: integer }, example: none } ]")
            .ShouldBe("no request was found that the document accepts");

    [Fact]
    public void Where_the_work_for_the_operation_is_used_up_the_reason_says_so()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var source = Source(planned, units: 0);

        var (drafts, reason) = source.Of(planned.Operation, planned.Drafts.Media, planned.Drafts.Places, []);

        drafts.ShouldBeEmpty();
        reason.ShouldBe(PlanningBudget.Reason);
    }

    [Fact]
    public void A_request_is_charged_to_the_part_of_the_budget_that_is_given()
    {
        var planned = PlannedOperation.WithBody("{ type: object }", "{}");
        var source = Source(planned, units: 1_000);
        var part = new PlanningBudget(1_000);

        source.Accepts(planned.Drafts.Plain, part).ShouldBeTrue();

        part.IsSpent.ShouldBeTrue();
        source.Budget.IsSpent.ShouldBeFalse();
        source.Accepts(planned.Drafts.Plain, part).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"text":"ab"}""", true)]
    [InlineData("""{"text":"too long"}""", false)]
    [InlineData("{}", false)]
    [InlineData("null", false)]
    public void A_request_is_accepted_if_it_keeps_every_rule(string body, bool isAccepted)
    {
        var planned = PlannedOperation.WithBody(
            "{ type: object, required: [text], properties: { text: { type: string, maxLength: 5 } } }", "{ text: ab }");

        planned.Source.Accepts(planned.Drafts.Plain with { Values = Values(planned, body) }).ShouldBe(isAccepted);
    }

    [Theory]
    [InlineData("{ type: 'null' }", true, "null")]
    [InlineData("{ const: 5 }", true, "5")]
    [InlineData(Impossible, false, "null")]
    public void A_value_is_generated_where_there_is_one_and_may_be_null(string schema, bool isGenerated, string expected)
    {
        var planned = PlannedOperation.WithBody(schema);

        planned.Source.TryGenerate([planned.Drafts.Media!.Schema!.Node], out var value).ShouldBe(isGenerated);

        (value?.ToJsonString() ?? "null").ShouldBe(expected);
    }

    [Fact]
    public void A_generated_value_fits_all_the_schemas()
    {
        var planned = PlannedOperation.WithBody("{ allOf: [ { enum: [1, 2, 3] }, { enum: [3, 4] } ] }");
        var parts = planned.Drafts.Media!.Schema!.Node.Member("allOf")!.Value.Elements().ToList();

        planned.Source.TryGenerate(parts, out var value).ShouldBeTrue();

        value!.ToJsonString().ShouldBe("3");
    }

    [Theory]
    [InlineData("\"ab\"", true)]
    [InlineData("\"too long\"", false)]
    [InlineData("null", false)]
    public void A_schema_says_by_itself_whether_a_value_fits(string value, bool fits)
    {
        var planned = PlannedOperation.WithBody("{ type: string, maxLength: 5 }");

        planned.Source.Fits(planned.Drafts.Media!.Schema!.Node, JsonNode.Parse(value)).ShouldBe(fits);
    }

    [Fact]
    public void Other_requests_are_of_other_alternatives()
    {
        var planned = PlannedOperation.WithBody("{ oneOf: [ { const: a }, { const: b } ] }", "a");

        planned.Source.Others(planned.Drafts.Plain, planned.Drafts.Places)
            .Select(draft => draft.Values["body"]!.ToJsonString()).Distinct().ShouldBe(["\"a\"", "\"b\""], ignoreOrder: true);
    }

    [Fact]
    public void A_request_without_a_body_has_no_others()
    {
        var planned = PlannedOperation.Of("  /notes: { get: { responses: { '200': { description: The notes. } } } }");

        planned.Source.Others(planned.Drafts.Plain, planned.Drafts.Places).ShouldBeEmpty();
    }

    private static DraftFinder Source(PlannedOperation planned, long units) =>
        new(planned.Api, planned.Requests, new DataGenerator(planned.Api), new PlanningBudget(units));

    private static JsonObject Values(PlannedOperation planned, string body)
    {
        var values = planned.Drafts.Plain.Values.DeepClone().AsObject();
        values["body"] = JsonNode.Parse(body);
        return values;
    }

    private static List<string> Bodies(PlannedOperation planned) =>
        [.. planned.Drafts.All.Select(draft => draft.Values["body"]!.ToJsonString())];

    private static PlannedOperation WithExamples(string schema, string examples) => PlannedOperation.Of($$"""
          /notes:
            post:
              operationId: createNote
              requestBody: { required: true, content: { application/json: { schema: {{schema}}, examples: { {{examples}} } } } }
              responses: { '201': { description: Created. } }
        """);

    /// <summary>Why no request was found for an operation with these members.</summary>
    private static string Reason(string members)
    {
        var drafts = PlannedOperation.Of($$"""
              /notes:
                post:
                  operationId: createNote
                  {{members}}
                  responses: { '201': { description: Created. } }
            """).Drafts;

        drafts.IsEmpty.ShouldBeTrue();
        return drafts.Reason;
    }
}
