using System.Text;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Rules;

/// <summary>Schemas whose paths multiply: every rule is found, and the walk ends.</summary>
public sealed class RuleBoundsTests
{
    [Fact]
    public void A_recursive_schema_stops_where_it_comes_round()
    {
        var api = Loading.Loaded(Document("Node: { type: object, properties: { left: { $ref: '#/components/schemas/Node' }, right: { $ref: '#/components/schemas/Node' } } }", "Node"));

        api.Rules.Requests(api.Operations[0]).Select(use => $"{use.Rule.Id} {use.Instance}")
            .ShouldBe(["POST /a/body/content-type /header/Content-Type", "Node/type /body"]);
    }

    [Fact]
    public void A_diamond_of_forty_levels_has_all_its_rules_and_no_more_than_its_bound_of_uses()
    {
        var schemas = new StringBuilder();
        for (var level = 0; level < 40; level++)
        {
            schemas.Append($"L{level}: {{ type: object, properties: {{ a: {{ $ref: '#/components/schemas/L{level + 1}' }}, b: {{ $ref: '#/components/schemas/L{level + 1}' }} }} }}\n    ");
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
