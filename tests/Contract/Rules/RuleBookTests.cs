using SocialContract.Contract.Provenances;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Tests.Reading;
using SocialContract.JsonSchema.Schemas;

namespace SocialContract.Contract.Tests.Rules;

public sealed class RuleBookTests
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        x-source: shown
        security: [{ key: [] }]
        paths:
          /pets:
            post:
              operationId: addPet
              x-source: stated
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/Pet' }
              responses:
                '201':
                  description: Added
                  headers: { X-Rate: { required: true, schema: { type: integer } } }
                  content:
                    application/json:
                      x-source: assumed
                      x-note: not documented
                      schema: { type: object, required: [id], properties: { id: { type: integer }, type: { minLength: 1 } } }
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{ name: id, in: path, required: true, x-documented-name: the id, x-sentence: Must be a number, schema: { type: integer } }]
              responses: { '200': { description: A pet } }
        components:
          securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
          schemas:
            Pet:
              type: object
              required: [name, id]
              additionalProperties: false
              properties:
                id: { type: integer, readOnly: true }
                name: { type: string, maxLength: 5, x-documented-name: 'pet[name]', x-sentence: Must be a String, x-secret: true }
                kind: { anyOf: [{ const: cat }, { const: dog }] }
                friends: { type: array, items: { $ref: '#/components/schemas/Pet' } }
        """;

    private static readonly ContractDescription Api = Loading.Loaded(Pets);

    [Fact]
    public void Requests_break_rules_of_security_body_and_schema_in_that_order() =>
        Api.Rules.Requests(Api.Operations[0]).Select(use => $"{use.Rule.Id} {use.Instance}").ShouldBe(
        [
            "security /header/X-Key",
            "addPet/body/required /body",
            "addPet/body/content-type /header/Content-Type",
            "Pet/type /body",
            "Pet/required/name /body",
            "Pet/additionalProperties /body",
            "Pet/id/type /body/id",
            "Pet/name/type /body/name",
            "Pet/name/maxLength /body/name",
            "Pet/kind/anyOf /body/kind",
            "Pet/friends/type /body/friends",
        ]);

    [Theory]
    [InlineData("then: { const: 1 }, else: { const: 2 }", "v matches 'then' if it matches 'if', else 'else'")]
    [InlineData("then: { const: 1 }", "v matches 'then' if it matches 'if'")]
    [InlineData("else: { const: 2 }", "v matches 'else' if it does not match 'if'")]
    public void The_rule_of_a_condition_is_about_its_consequences(string consequences, string statement) =>
        StatementsOfV($"if: {{ type: integer }}, {consequences}").ShouldBe([statement]);

    [Theory]
    [InlineData("if: { type: integer }")]
    [InlineData("$schema: 'http://json-schema.org/draft-06/schema#', $id: 'https://contract.test/v', if: {}, then: { const: 1 }")]
    public void A_condition_without_a_consequence_has_no_rule(string schema) => StatementsOfV(schema).ShouldBeEmpty();

    [Fact]
    public void The_rules_of_responses_are_those_of_the_status_the_headers_and_the_schema_in_that_order() =>
        Api.Rules.Responses(Api.Operations[0]).Select(use => $"{use.Rule.Id} {use.Instance}").ShouldBe(
        [
            "addPet/status /status",
            "addPet/201/header/X-Rate/required /header/X-Rate",
            "addPet/201/header/X-Rate/type /header/X-Rate",
            "addPet/201/content-type /header/Content-Type",
            "addPet/201/type /body",
            "addPet/201/required/id /body",
            "addPet/201/id/type /body/id",
            "addPet/201/properties/type/minLength /body/type",
        ]);

    [Theory]
    [InlineData("security", RuleSource.Shown)]
    [InlineData("addPet/status", RuleSource.Stated)]
    [InlineData("addPet/201/id/type", RuleSource.Assumed)]
    [InlineData("addPet/201/content-type", RuleSource.Assumed)]
    [InlineData("Pet/required/name", RuleSource.Shown)]
    public void A_rule_has_the_nearest_source_around_it(string id, RuleSource source) =>
        Api.Rules.ById(id)!.Source.ShouldBe(source);

    [Fact]
    public void An_assumed_rule_says_why() =>
        ((string[])["addPet/201/required/id", "addPet/201/content-type"])
            .Select(id => Api.Rules.ById(id)!.Note)
            .ShouldBe(["not documented", "not documented"]);

    [Fact]
    public void A_missing_property_has_its_own_name_but_no_sentence()
    {
        var rule = Api.Rules.ById("Pet/required/name")!;

        (rule.Property, rule.DocumentedName, rule.Sentence, rule.Secret).ShouldBe(("name", "pet[name]", null, true));
        rule.Node.Value.GetString().ShouldBe("name");
    }

    [Fact]
    public void What_a_parameter_says_of_itself_holds_for_its_schema()
    {
        var rule = Api.Rules.ById("getPet/path/id/type")!;

        (rule.DocumentedName, rule.Sentence, rule.Statement).ShouldBe(("the id", "Must be a number", "id is an integer"));
    }

    [Fact]
    public void A_keywords_place_finds_its_rule_with_the_line()
    {
        var rule = Api.Rules.Find(new SchemaLocation(Api.Documents.Entry.Uri, "/components/schemas/Pet/properties/name/maxLength"));

        rule.Id.ShouldBe("Pet/name/maxLength");
        rule.Statement.ShouldBe("name is at most 5 characters long");
        rule.Node.Position.Line.ShouldBe(38);
    }

    [Fact]
    public void The_keywords_within_a_compound_keyword_belong_to_its_rule() =>
        Api.Rules.Find(new SchemaLocation(Api.Documents.Entry.Uri, "/components/schemas/Pet/properties/kind/anyOf/1/const"))
            .ShouldBeSameAs(Api.Rules.ById("Pet/kind/anyOf"));

    [Fact]
    public void The_same_place_has_one_rule_however_it_is_asked_for()
    {
        var rule = Api.Rules.Requests(Api.Operations[0]).Single(use => use.Rule.Id == "Pet/required/name").Rule;

        Api.Rules.Find(new SchemaLocation(Api.Documents.Entry.Uri, "/components/schemas/Pet/required"), "name").ShouldBeSameAs(rule);
    }

    [Fact]
    public void Rules_are_counted_once_by_their_source() =>
        Api.Rules.CountBySource().ShouldBe(
            new Dictionary<RuleSource, int> { [RuleSource.Stated] = 4, [RuleSource.Shown] = 12, [RuleSource.Assumed] = 6 },
            ignoreOrder: true);

    /// <summary>
    /// Of the 422 the status is stated and the JSON assumed, of the 200 the status assumed and the JSON shown; that other bodies are
    /// refused is not said.
    /// </summary>
    [Theory]
    [InlineData("createFacebookPages/422/content-type", RuleSource.Assumed)]
    [InlineData("createFacebookPages/200/content-type", RuleSource.Shown)]
    [InlineData("createFacebookPages/body/content-type", RuleSource.Assumed)]
    public void A_media_type_is_as_sure_as_the_surest_of_those_described_whatever_the_status_is(string id, RuleSource source)
    {
        var api = ContractLoader.Load(Spec.Checkout.PathOf("spec/openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;

        api.Rules.ById(id)!.Source.ShouldBe(source);
    }

    [Fact]
    public void That_other_media_types_are_refused_is_stated_where_a_415_is_among_the_responses()
    {
        var api = ContractLoader.LoadText("""
            openapi: 3.1.0
            info: { title: A, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { content: { application/json: { schema: {} } } }
                  responses: { '204': { description: Done. }, '415': { description: No JSON. } }
              /b:
                post:
                  operationId: b
                  requestBody: { content: { application/json: { schema: {} } } }
                  responses: { '204': { description: Done. } }
            """, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;

        api.Rules.ById("a/body/content-type")!.Source.ShouldBe(RuleSource.Stated);
        api.Rules.ById("b/body/content-type")!.Source.ShouldBe(RuleSource.Assumed);
        api.Rules.ById("b/body/content-type")!.Note.ShouldBe(
            "the document lists the accepted media types but does not say that others are refused");
    }

    [Fact]
    public void The_shipped_document_has_a_rule_for_the_header_of_each_operation()
    {
        var api = ContractLoader.Load(Spec.Checkout.PathOf("spec/openapi.yaml")).ShouldBeOfType<LoadResult.Loaded>().Api;

        api.Operations.Select(operation => api.Rules.Requests(operation)[0])
            .Select(use => (use.Rule.DocumentedName, use.Instance, use.Rule.Source))
            .ShouldBe(Enumerable.Repeat(((string?)"Authentication", "/header/Authentication", RuleSource.Stated), 3));
    }

    private static IEnumerable<string> StatementsOfV(string schema)
    {
        var api = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /a:
                post:
                  operationId: a
                  requestBody: { content: { application/json: { schema: { properties: { v: { {{schema}} } } } } } }
                  responses: { '200': { description: A } }
            """);
        return api.Rules.Requests(api.Operations[0]).Where(use => use.Instance == "/body/v").Select(use => use.Rule.Statement);
    }
}
