using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Verification.Planning;
using SocialContract.Verification.Results;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>Bodies that a conforming server reads or writes in its own way; beside each, a fault. Issue 12, sections 4 and 7.</summary>
public sealed class ConformingBodiesTests
{
    private const string Object = "{ type: object, required: [text], properties: { text: { type: string } } }";

    private const string Pets = """
        { type: object, required: [kind], properties: { kind: { type: string } }, oneOf: [ { $ref: '#/components/schemas/Cat' },
        { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
        """;

    [Theory]
    [InlineData(400, true)]
    [InlineData(422, true)]
    [InlineData(418, false)]
    public async Task A_strict_parser_refuses_a_body_that_is_a_bare_text_in_its_own_way(int bare, bool conforms)
    {
        var report = await SmallRun.RunAsync(
            $$"""
            paths:
              /notes:
                post:
                  operationId: createNote
                  requestBody: { required: true, content: { application/json: { schema: {{Object}} } } }
                  responses: { '201': { description: Made. }, '422': { description: Wrong. } }
            """,
            async context =>
            {
                var isJson = Server.TryParse(await Server.BodyAsync(context), out var body)
                    && context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true;
                await Server.StatusAsync(context, body switch
                {
                    _ when !isJson => 422,
                    JsonObject members => members["text"]?.GetValueKind() == JsonValueKind.String ? 201 : 422,
                    JsonArray => 422,
                    _ => bare,
                });
            });

        Verifying.Named(report).ShouldBe(conforms ? [] : ["createNote/status"]);
    }

    [Theory]
    [InlineData(600, "]", Outcome.Blocked)]
    [InlineData(3, "]", Outcome.Passed)]
    [InlineData(3, "", Outcome.Failed)]
    public async Task A_response_that_is_deeper_than_the_kit_reads_is_not_the_servers_fault(int depth, string end, Outcome outcome)
    {
        var json = $"{new string('[', depth)}{string.Concat(Enumerable.Repeat(end, depth))}";
        var report = await SmallRun.RunAsync(
            """
            paths:
              /things:
                get:
                  operationId: listThings
                  responses: { '200': { description: All., content: { application/json: { schema: { type: array } } } } }
            """,
            context => Server.JsonAsync(context, 200, json));

        report.Result("listThings", "listThings/200/content-type").Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", Outcome.Question)]
    [InlineData("""{"kind":"cat","name":1}""", Outcome.Failed)]
    [InlineData("""{"kind":"cat","name":"Tom","bark":1}""", Outcome.Passed)]
    public async Task Alternatives_that_overlap_are_a_question_where_a_discriminator_chooses(string json, Outcome outcome)
    {
        var report = await SmallRun.RunAsync(
            $$"""
            paths:
              /pets:
                get:
                  operationId: readPet
                  responses:
                    '200':
                      description: A pet.
                      content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } }
            components:
              schemas:
                Pet: {{Pets.ReplaceLineEndings(" ")}}
                Cat: { type: object, properties: { name: { type: string } } }
                Dog: { type: object, properties: { name: { type: string }, bark: { type: boolean } } }
            """,
            context => Server.JsonAsync(context, 200, json));

        report.Result("readPet", "Pet/oneOf").Outcome.ShouldBe(outcome);
    }

    [Fact]
    public void A_member_name_of_digits_is_not_an_index()
    {
        var plan = CasePlanner.Plan(
            SmallRun.Api($$"""
                paths:
                  /notes:
                    post:
                      operationId: createNote
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema:
                              type: object
                              properties:
                                fields: { type: object, additionalProperties: { type: string }, example: { '5678904321': a, '7': b } }
                                list: { type: array, items: { type: string }, example: [a, b] }
                      responses: { '201': { description: Made. }, '422': { description: Wrong. } }
                """),
            PlanOptions.Default);

        plan.Faults.ShouldBeEmpty();
        var titles = plan.Cases.Select(testCase => testCase.Title).ToList();
        titles.ShouldContain(title => title.StartsWith("element 1 of list is ", StringComparison.Ordinal));
        titles.ShouldNotContain(title => title.Contains("element 8", StringComparison.Ordinal));
    }
}
