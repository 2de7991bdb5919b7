using SocialContract.Contract;
using SocialContract.Contract.Resources;
using SocialContract.Tests.Support;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Planning.Resources;

/// <summary>The place of the id that a path takes, in the response of the operation that creates the resource.</summary>
public sealed class CreatedIdsTests
{
    private const string IntegerId = "properties: { id: { type: integer } }";

    [Theory]
    [InlineData("operationId: readNote, parameters: { id: '$response.body#/number' }", "/number")]
    [InlineData("operationId: readNote, parameters: { path.id: '$response.body#/data/number' }", "/data/number")]
    [InlineData("operationRef: '#/paths/~1notes~1{id}/get', parameters: { id: '$response.body#/number' }", "/number")]
    [InlineData("operationRef: '#/paths/~1notes~1%7Bid%7D/get', parameters: { id: '$response.body#/number' }", "/number")]
    [InlineData("operationId: otherOperation, parameters: { id: '$response.body#/number' }", null)]
    [InlineData("operationId: readNote, parameters: { other: '$response.body#/number' }", null)]
    [InlineData("operationId: readNote, parameters: { id: '$response.header.Location' }", null)]
    [InlineData("operationId: readNote, parameters: { id: '$request.body#/number' }", null)]
    [InlineData("operationId: readNote", null)]
    public void A_link_names_the_place_in_the_body(string link, string? expected) =>
        Linked($"'201': {{ description: Created., links: {{ It: {{ {link} }} }} }}").ShouldBe(expected);

    [Fact]
    public void The_first_link_that_leads_to_the_operation_counts() =>
        Linked("""
            '201': { description: Created., links: {
              Other: { operationId: deleteNote, parameters: { id: '$response.body#/other' } },
              It: { operationId: readNote, parameters: { id: '$response.body#/first' } },
              Again: { operationId: readNote, parameters: { id: '$response.body#/second' } } } }
            """).ShouldBe("/first");

    [Theory]
    [InlineData("{ properties: { id: { type: integer }, noteId: { type: integer } } }", "noteId", "/noteId")]
    [InlineData("{ properties: { id: { type: integer }, noteId: { type: integer } } }", "id", "/id")]
    [InlineData("{ properties: { id: { type: string }, data: { type: object, properties: { id: {} } } } }", "id", "/data/id")]
    [InlineData("{ properties: { notes: { type: array, items: { properties: { id: { type: integer } } } } } }", "id", "/notes/*/id")]
    [InlineData("{ type: array, items: { properties: { id: { type: integer } } } }", "id", "/*/id")]
    [InlineData("{ properties: { data: { type: object, properties: { id: {} } }, id: {} } }", "id", "/id")]
    [InlineData("{ allOf: [ { properties: { id: { type: integer } } } ] }", "id", "/id")]
    [InlineData("{ properties: { a~b: { type: integer } } }", "a~b", "/a~0b")]
    [InlineData("{ properties: { id: { type: boolean } } }", "id", null)]
    [InlineData("{ properties: { id: { type: [integer, 'null'] } } }", "id", "/id")]
    [InlineData("{ properties: { number: { type: integer } } }", "id", null)]
    [InlineData("{ properties: { number: { type: integer }, id: { type: integer } } }", "note_number", "/number")]
    [InlineData("{ properties: { action: { $O }, note: { $O } } }", "id", "/note/id")]
    [InlineData("{ properties: { job: { $O }, made: { $O } } }", "id", null)]
    [InlineData("{ properties: { data: { type: object, properties: { id: {}, owner: { $O } } } } }", "id", "/data/id")]
    [InlineData("{ properties: { id: {}, note: { type: object, properties: { id: {} } } } }", "id", "/note/id")]
    [InlineData("{ properties: { id: { type: integer } } }", "slug", null)]
    [InlineData("{ properties: { id: { type: integer } } }", "note_name", null)]
    public void A_member_is_the_id_by_its_name_and_type(string schema, string parameter, string? expected) =>
        Described($"'201': {{ description: Created., content: {{ application/json: {{ schema: {Written(schema)} }} }} }}", parameter)
            .ShouldBe((expected is not null, expected));

    /// <param name="schema">In which <c>$O</c> stands for an object with an id.</param>
    private static string Written(string schema) => schema.Replace("$O", "type: object, properties: { id: {} }", StringComparison.Ordinal);

    [Fact]
    public void Without_a_member_the_Location_header_has_the_id() =>
        Described("'201': { description: Created., headers: { location: { schema: { type: string } } } }").ShouldBe((true, null));

    [Fact]
    public void A_member_is_preferred_to_the_Location_header() =>
        Described($$"""
            '201': { description: Created., headers: { Location: { schema: { type: string } } },
              content: { application/json: { schema: { {{IntegerId}} } } } }
            """).ShouldBe((true, "/id"));

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/plain")]
    public void Only_JSON_has_members(string mediaType) =>
        Described($"'201': {{ description: Created., content: {{ {mediaType}: {{ schema: {{ {IntegerId} }} }} }} }}")
            .ShouldBe((false, null));

    [Fact]
    public void An_error_creates_nothing() =>
        Described($"'409': {{ description: Conflict., content: {{ application/json: {{ schema: {{ {IntegerId} }} }} }} }}")
            .ShouldBe((false, null));

    [Fact]
    public void The_default_response_is_read_where_no_success_is_described() =>
        Described($"default: {{ description: Any., content: {{ application/json: {{ schema: {{ {IntegerId} }} }} }} }}")
            .ShouldBe((true, "/id"));

    [Fact]
    public void The_id_is_in_the_first_success_that_has_one()
    {
        const string Responses = $$"""
            '200': { description: It was there already. }
            '201': { description: Created., content: { application/json: { schema: { {{IntegerId}} } } },
              links: { It: { operationId: readNote, parameters: { id: '$response.body#/number' } } } }
            """;

        Described(Responses).ShouldBe((true, "/id"));
        Linked(Responses).ShouldBe("/number");
    }

    private static string? Linked(string responses)
    {
        var api = Api(responses, "id");
        var consumer = api.Operations.Single(operation => operation.Id == "readNote");
        return CreatedIds.Linked(api.Operations[0], consumer, consumer.Parameters[0]);
    }

    private static (bool IsFound, string? Pattern) Described(string responses, string parameter = "id")
    {
        var api = Api(responses, parameter);
        return CreatedIds.Described(api.Operations[0], api.Operations[1].Parameters[0], "/notes/{}", api.View);
    }

    private static ContractDescription Api(string responses, string parameter) => Shipped.LoadText(SmallDocument.Of($$"""
          /notes:
            post:
              operationId: createNote
              responses:
                {{responses.ReplaceLineEndings("\n        ")}}
          /notes/{{{parameter}}}:
            get:
              operationId: readNote
              parameters: [ { name: {{parameter}}, in: path, required: true, schema: { type: integer } } ]
              responses: { '200': { description: The note. } }
            delete:
              operationId: deleteNote
              parameters: [ { name: {{parameter}}, in: path, required: true, schema: { type: integer } } ]
              responses: { '204': { description: Deleted. } }
        """));
}
