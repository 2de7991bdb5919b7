using System.Buffers;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Model;
using static SocialContract.Contract.Generation.Tests.Examples.WrittenResponse;

namespace SocialContract.Contract.Generation.Tests.Examples.Echoing;

public class EchoTemplateTests
{
    [Fact]
    public void A_path_parameter_replaces_the_example_s_value()
    {
        var selector = Selector(
            "{ success: true, deleted: 1 }",
            "{ /deleted: $request.path.id }",
            "{ type: object, properties: { deleted: { type: integer } } }");

        Text(selector, new FakeRequest().With(ParameterLocation.Path, "id", "7")).ShouldBe("""{"success":true,"deleted":7}""");
    }

    [Fact]
    public void A_missing_value_leaves_the_example_s() =>
        Text(Selector("{ deleted: 1 }", "{ /deleted: $request.path.id }")).ShouldBe("""{"deleted":1}""");

    [Theory]
    [InlineData("integer", "\"7\"", "7")]
    [InlineData("integer", "\"007\"", "1")]
    [InlineData("integer", "\"7.5\"", "1")]
    [InlineData("number", "\"7.5\"", "7.5")]
    [InlineData("integer", "7.5", "1")]
    [InlineData("integer", "12345678901234567890123", "12345678901234567890123")]
    [InlineData("string", "7", "\"7\"")]
    [InlineData("string", "true", "\"true\"")]
    [InlineData("boolean", "\"false\"", "false")]
    [InlineData("boolean", "7", "1")]
    [InlineData("string", "{}", "1")]
    [InlineData("object", "{ \"a\" : 1 }", "{ \"a\" : 1 }")]
    [InlineData("string", "null", "1")]
    [InlineData("'null'", "null", "null")]
    public void A_value_is_converted_to_the_type_that_the_schema_allows(string type, string sent, string written)
    {
        var selector = Selector("{ a: 1 }", "{ /a: $request.query.a }", $"{{ properties: {{ a: {{ type: {type} }} }} }}");

        Text(selector, new FakeRequest().With(ParameterLocation.Query, "a", sent)).ShouldBe($$"""{"a":{{written}}}""");
    }

    [Fact]
    public void Allowed_types_are_found_through_references_and_branches()
    {
        var api = Contracts.WithResponses(
            """
            '200':
              description: d
              content:
                application/json:
                  schema: { $ref: '#/components/schemas/Answer' }
                  examples:
                    e: { x-echo: { /id: $request.path.id, /kind: $request.path.kind }, value: { id: 1, kind: a } }
            """,
            components: """
            components:
              schemas:
                Answer:
                  allOf:
                    - properties: { id: { $ref: '#/components/schemas/Id' } }
                    - oneOf: [ { properties: { kind: { type: string } } }, { type: boolean } ]
                Id: { type: [integer, 'null'] }
            """);

        var text = Text(
            Contracts.Selector(api).Select(Preference.None),
            new FakeRequest().With(ParameterLocation.Path, "id", "\"9\"").With(ParameterLocation.Path, "kind", "5"));

        text.ShouldBe("""{"id":9,"kind":"5"}""");
    }

    [Fact]
    public void A_value_of_the_body_is_echoed_with_its_escapes()
    {
        var request = new FakeRequest().WithBody("""{"facebook_account": {"fb_uid": "caf\u00e9 \"x\""}}""");

        Text(Selector("{ uid: u }", "{ /uid: '$request.body#/facebook_account/fb_uid' }"), request)
            .ShouldBe("""{"uid":"caf\u00e9 \"x\""}""");
    }

    [Fact]
    public void Method_URL_and_headers_are_texts()
    {
        var selector = Selector("{ m: 1, u: 2, h: 3 }", "{ /m: $method, /u: $url, /h: $request.header.X-Note }");

        Text(selector, new FakeRequest().WithHeader("X-Note", "say \"hi\"")).ShouldBe(
            """{"m":"POST","u":"http://localhost:8080/things/7?x=1","h":"say \"hi\""}""");
    }

    [Fact]
    public void Expressions_can_be_embedded_in_a_text()
    {
        var selector = Selector("{ message: Nothing }", "{ /message: 'Account {$request.path.id} of {$request.body#/name} \"is\" gone' }");
        var request = new FakeRequest().With(ParameterLocation.Path, "id", "7").WithBody("""{"name": "A\"da"}""");

        Text(selector, request).ShouldBe("""{"message":"Account 7 of A\"da \"is\" gone"}""");
    }

    [Fact]
    public void A_text_with_a_missing_value_leaves_the_example_s() =>
        Text(Selector("{ message: Nothing }", "{ /message: 'Account {$request.path.id} is gone' }")).ShouldBe("""{"message":"Nothing"}""");

    [Fact]
    public void An_array_has_an_element_for_each_element_in_the_request()
    {
        const string set = "{ /uid: '$item#/id', /names/0: '$item#/username' }";
        const string echo = $"{{ /accounts: {{ each: '$request.body#/ig_accounts', set: {set}, sequence: [/id] }} }}";
        var selector = Selector("{ accounts: [{ id: 7586, uid: u, names: [n], nickname: '' }], message: [] }", echo);
        var request = new FakeRequest().WithBody("""{"ig_accounts": [{"id": "a", "username": "Ada"}, {"id": "b"}]}""");

        const string first = """{"id":7586,"uid":"a","names":["Ada"],"nickname":""}""";
        const string second = """{"id":7587,"uid":"b","names":["n"],"nickname":""}""";
        Text(selector, request).ShouldBe($$"""{"accounts":[{{first}},{{second}}],"message":[]}""");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"ig_accounts": []}""")]
    [InlineData("""{"ig_accounts": {"id": 1}}""")]
    public void An_array_is_empty_where_the_request_has_none(string body)
    {
        var selector = Selector("{ accounts: [{ id: 1 }] }", "{ /accounts: { each: '$request.body#/ig_accounts' } }");

        Text(selector, new FakeRequest().WithBody(body)).ShouldBe("""{"accounts":[]}""");
    }

    [Fact]
    public void An_array_may_come_from_a_parameter()
    {
        var selector = Selector(
            "[{ id: 1 }]",
            "{ '': { each: $request.query.ids, set: { /id: $item } } }",
            "{ items: { properties: { id: { type: integer } } } }");

        Text(selector, new FakeRequest().With(ParameterLocation.Query, "ids", "[5, 6]")).ShouldBe("""[{"id":5},{"id":6}]""");
    }

    [Fact]
    public void Arrays_may_hold_arrays()
    {
        const string echo = "{ /a: { each: '$request.body#/a', set: { /b: { each: '$item#/b', set: { '': $item } } } } }";

        Text(Selector("{ a: [{ b: [0] }] }", echo), new FakeRequest().WithBody("""{"a": [{"b": [1, 2]}, {}]}"""))
            .ShouldBe("""{"a":[{"b":[1,2]},{"b":[]}]}""");
    }

    [Fact]
    public void An_echoed_array_has_at_most_ten_thousand_elements()
    {
        var body = $"[{string.Join(',', Enumerable.Repeat(1, 10_001))}]";

        var text = Text(Selector("[x]", "{ '': { each: $request.body, set: { '': $item } } }"), new FakeRequest().WithBody(body));

        text.Count(letter => letter == '1').ShouldBe(10_000);
    }

    [Fact]
    public void A_nested_echo_applies_where_the_outer_value_is_missing() =>
        Text(
            Selector("{ a: { b: 1 } }", "{ /a: '$request.body#/missing', /a/b: $request.path.id }"),
            new FakeRequest().With(ParameterLocation.Path, "id", "2"))
            .ShouldBe("""{"a":{"b":2}}""");

    [Theory]
    [InlineData("{ /b: $request.path.id }", "the example has no value at /b")]
    [InlineData("{ /a: $response.body }", "$response.body is not a runtime expression about the request")]
    [InlineData(
        "{ /a: { each: $request.body } }",
        "the example needs a non-empty array at /a, whose first element is the template of the others")]
    [InlineData("{ /list: { each: $request.body, set: { /x: $item } } }", "the example's first element has no value at /x")]
    [InlineData("{ /list: { each: $request.body, sequence: [/x] } }", "the example's first element has no integer at /x to count from")]
    public void An_echo_without_effect_is_reported(string echo, string fault)
    {
        var api = Api("{ a: 1, list: [{ id: 1 }] }", echo, "{}");

        Contracts.Selector(api).Faults.ShouldHaveSingleItem().Message.ShouldBe(fault);
    }

    [Theory]
    [InlineData("{ /url: $url }")]
    [InlineData("{ /url: $method }")]
    [InlineData("{ /url: '$request.body#/ig_accounts/0/id' }")]
    [InlineData("{ /accounts: { each: '$request.body#/ig_accounts' } }")]
    [InlineData("{ /accounts: { each: '$request.body#/ig_accounts', set: { /uid: '$item#/id' }, sequence: [/id] }, /url: '{$url}!' }")]
    public void Writing_an_echo_allocates_nothing(string echo)
    {
        var selection = Selector("{ accounts: [{ id: 1, uid: u }], url: x }", echo);
        var template = selection.ShouldBeOfType<Selection.Chosen>().Template;
        using var request = new FakeRequest().WithBody("""{"ig_accounts": [{"id": "a"}, {"id": "b"}]}""");
        var output = new ArrayBufferWriter<byte>(4096);
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var time = 0; time < 100; time++)
        {
            Write();
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void Write()
        {
            output.ResetWrittenCount();
            template.TryWrite(request, output, out _);
        }
    }

    private static Selection Selector(string example, string echo, string schema = "{}") =>
        Contracts.Selector(Api(example, echo, schema)).Select(Preference.None);

    private static ContractDescription Api(string example, string echo, string schema) => Contracts.WithResponses($"""
        '200':
          description: d
          content:
            application/json:
              schema: {schema}
              examples:
                e:
                  x-echo: {echo}
                  value: {example}
        """);
}
