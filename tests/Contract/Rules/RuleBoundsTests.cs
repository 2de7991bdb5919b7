using System.Text;
using SocialContract.Contract.Tests.Reading;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Tests.Rules;

/// <summary>Schemas whose paths multiply: every rule is found, and the walk ends.</summary>
public sealed class RuleBoundsTests
{
    [Fact]
    public void A_recursive_schema_stops_where_it_comes_round()
    {
        var api = Loading.Loaded(
            Document(
                "Node: { type: object, properties: { left: { $ref: '#/components/schemas/Node' }, right: { $ref: "
                + "'#/components/schemas/Node' } } }",
                "Node"));

        api.Rules.Requests(api.Operations[0]).Select(use => $"{use.Rule.Id} {use.Instance}")
            .ShouldBe(["POST /a/body/content-type /header/Content-Type", "Node/type /body"]);
    }

    [Fact]
    public void A_diamond_of_forty_levels_has_all_its_rules_and_no_more_than_its_bound_of_uses()
    {
        var schemas = new StringBuilder();
        for (var level = 0; level < 40; level++)
        {
            schemas.Append(
                $"L{level}: {{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/L{level + 1}' }}, b: {{ $ref: "
                + $"'#/components/schemas/L{level + 1}' }} }} }}\n    ");
        }

        var api = Loading.Loaded(Document(schemas + "L40: { type: string }", "L0"));

        var uses = api.Rules.Requests(api.Operations[0]);
        uses.Select(use => use.Rule.Id).Distinct().Count().ShouldBe(42);
        uses.Count.ShouldBeLessThan(42 * 64);
        api.Rules.All.Count.ShouldBe(42);
    }

    [Fact]
    public void A_chain_of_thousands_of_references_is_followed()
    {
        var schemas = new StringBuilder();
        for (var level = 0; level < 3000; level++)
        {
            schemas.Append($"L{level}: {{ properties: {{ a: {{ $ref: '#/components/schemas/L{level + 1}' }} }} }}\n    ");
        }

        var api = Loading.Loaded(Document(schemas + "L3000: { type: string }", "L0"));

        api.Diagnostics.ShouldBeEmpty();
        api.Rules.ById("L3000/type").ShouldNotBeNull();
    }

    [Fact]
    public void Properties_named_like_keywords_and_names_used_twice_keep_ids_apart()
    {
        var api = Loading.Loaded(Document("""
            Odd: { required: [type], properties: { required: { type: string }, type: { properties: { type: { type: string } } }, 'a/b': { minLength: 1 } } }
                post: { type: object }
                GET: { type: string }
            """, "Odd"));

        api.Rules.Requests(api.Operations[0]).Select(use => use.Rule.Id).ShouldBe(
        [
            "POST /a/body/content-type",
            "Odd/required/type",
            "Odd/properties/required/type",
            "Odd/properties/type/properties/type/type",
            "Odd/a~1b/minLength",
        ]);
    }

    /// <summary>The first media type is not among the segments of an id, so a property may be called as the second is.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Ids_do_not_depend_on_which_place_was_asked_for_first(bool isLastFirst)
    {
        var api = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: add
                  requestBody:
                    content:
                      application/json: { schema: { properties: { text/plain: { minLength: 1 } } } }
                      text/plain: { schema: { minLength: 2 } }
                  responses: { default: { description: A } }
            """);
        const string Content = "/paths/~1a/post/requestBody/content";
        (string Pointer, string Id)[] places =
        [
            ($"{Content}/application~1json/schema/properties/text~1plain/minLength", "add/body/properties/text~1plain/minLength"),
            ($"{Content}/text~1plain/schema/minLength", "add/body/text~1plain/minLength"),
        ];

        foreach (var (pointer, id) in isLastFirst ? places.Reverse() : places)
        {
            api.Rules.Find(new SchemaLocation(api.Documents.Entry.Uri, pointer)).Id.ShouldBe(id);
        }
    }

    [Fact]
    public void An_operation_whose_id_reads_like_a_place_of_another_is_named_by_its_pointer()
    {
        var api = Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: pets
                  requestBody: { content: { application/json: { schema: { properties: { '200': { properties: { x: { minLength: 1 } } } } } } } }
                  responses: { default: { description: A } }
                get:
                  operationId: pets/body
                  responses: { '200': { description: A, content: { application/json: { schema: { properties: { x: { minLength: 1 } } } } } } }
                put:
                  operationId: pets/list
                  responses: { '200': { description: A, content: { application/json: { schema: { minLength: 1 } } } } }
            """);

        api.Rules.All.Keys.Where(id => id.EndsWith("minLength", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(
            ["#/paths/~1a/get/200/x/minLength", "pets/body/200/x/minLength", "pets/list/200/minLength"]);
    }

    private static string Document(string schemas, string body) => $$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/{{body}}' } } } }
              responses: { default: { description: A } }
        components:
          schemas:
            {{schemas}}
        """;
}
