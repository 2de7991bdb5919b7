using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Verification.Tests.Support;

namespace SocialContract.Verification.Tests.Running;

/// <summary>
/// Servers that conform in a way that is easily mistaken for a fault; beside each, one that has the fault. Issue 12, section 4.
/// </summary>
public sealed class ConformingServerTests
{
    private const string TagParameter =
        """{ name: X-Tag, in: header, required: true, schema: { type: string, pattern: '^"v[0-9]+"$' }, example: '"v1"' }""";

    private const string Filter =
        "{ name: filter, in: query, style: deepObject, explode: true, required: true, "
        + "schema: { type: object, properties: { age: { type: integer } } }, example: { age: 3 } }";

    private const string Object = "{ type: object, required: [text], properties: { text: { type: string } } }";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task White_space_around_a_headers_value_does_not_belong_to_it(bool checks)
    {
        var report = await SmallRun.RunAsync(Reading(TagParameter), context => Server.StatusAsync(
            context, !checks || Regex.IsMatch(context.Request.Headers["X-Tag"].ToString(), "^\"v[0-9]+\"$")
                ? 200
                : 422));

        report.Exchanges.ShouldAllBe(exchange => exchange.Request.Headers.All(header => header.Value == header.Value.Trim()));
        Verifying.Named(report).ShouldBe(checks ? [] : ["listThings/header/X-Tag/pattern", "listThings/header/X-Tag/required"]);
    }

    [Theory]
    [InlineData("Content-Length", "number")]
    [InlineData("Host", "string")]
    [InlineData("Connection", "string")]
    [InlineData("Transfer-Encoding", "boolean")]
    [InlineData("Content-Encoding", "integer")]
    public async Task A_header_that_the_HTTP_layer_sets_is_not_shown_as_sent_and_breaks_no_rule(string name, string type)
    {
        var report = await SmallRun.RunAsync(
            Reading($"{{ name: {name}, in: header, schema: {{ type: {type} }} }}"), context => Server.StatusAsync(context, 200));

        report.Exchanges.ShouldAllBe(exchange => !exchange.Request.Headers.Contains(name));
        Verifying.Named(report).ShouldBeEmpty();
        report.Result("listThings", $"listThings/header/{name}/type").Reason.ShouldBe(
            $"the HTTP layer sets {name}, whatever a request asks for");
    }

    [Theory]
    [InlineData("Content-Language", true)]
    [InlineData("Content-Language", false)]
    [InlineData("Accept-Encoding", true)]
    [InlineData("Accept-Encoding", false)]
    public async Task A_header_that_is_shown_as_sent_was_sent(string name, bool checks)
    {
        var report = await SmallRun.RunAsync(
            Reading($"{{ name: {name}, in: header, required: true, schema: {{ type: string }}, example: de }}"),
            context => Server.StatusAsync(context, !checks || context.Request.Headers[name] == "de" ? 200 : 422));

        Verifying.Named(report).ShouldBe(checks ? [] : [$"listThings/header/{name}/required"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_text_in_place_of_a_deep_object_is_a_parameter_of_another_name(bool checks)
    {
        var report = await SmallRun.RunAsync(Reading(Filter), context => Server.StatusAsync(
            context, !checks || int.TryParse(context.Request.Query["filter[age]"], out _) ? 200 : 422));

        Verifying.Named(report).ShouldBe(checks ? [] : ["listThings/query/filter/age/type", "listThings/query/filter/required"]);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Without_a_documented_success_nothing_is_held_against_a_status(int status)
    {
        var report = await SmallRun.RunAsync(
            """
            paths:
              /things:
                get:
                  operationId: listThings
                  parameters: [{ name: n, in: query, required: true, schema: { type: integer } }]
                  responses: { '400': { description: No. }, '403': { description: No. } }
              /others:
                get: { operationId: others, responses: { '200': { description: Yes. } } }
            """,
            context => Server.StatusAsync(context, context.Request.Path == "/others" ? 200 : status));

        Verifying.Named(report).ShouldBeEmpty();
        report.Result("listThings", "check/plain-request").Reason.ShouldBe(
            "the document describes no success of listThings, so no status shows whether a request is accepted");
    }

    [Theory]
    [InlineData(404, "conforms")]
    [InlineData(422, "conforms")]
    [InlineData(200, "fails")]
    public async Task Malformed_ids_alone_do_not_show_that_an_operation_is_missing(int status, string outcome)
    {
        // The token may only read, so that no note is created.
        var report = await SmallRun.RunAsync(
            $$"""
            paths:
              /notes:
                get: { operationId: listNotes, responses: { '200': { description: All. } } }
                post:
                  operationId: createNote
                  requestBody: { required: true, content: { application/json: { schema: {{Object}} } } }
                  responses:
                    '201':
                      description: Made.
                      content: { application/json: { schema: { type: object, properties: { id: { type: integer } } } } }
                    '403': { description: No. }
              /notes/{id}:
                get:
                  operationId: readNote
                  parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
                  responses: { '200': { description: A note. }, '404': { description: None. }, '422': { description: No id. } }
            """,
            context => Server.StatusAsync(context, context.Request switch
            {
                { Method: "POST" } => 403,
                { Path.Value: "/notes" } => 200,
                _ => status,
            }));

        Verifying.Named(report).ShouldBe(outcome == "conforms" ? [] : ["readNote/path/id/type"]);
    }

    [Fact]
    public async Task An_id_that_breaks_the_next_paths_own_type_is_not_sent_there()
    {
        var asked = new List<string>();
        var report = await SmallRun.RunAsync(
            $$"""
            paths:
              /contacts:
                post:
                  operationId: createContact
                  requestBody: { required: true, content: { application/json: { schema: {{Object}} } } }
                  responses:
                    '201':
                      description: Made.
                      content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
                    '422': { description: Wrong. }
              /contacts/{id}:
                get:
                  operationId: readContact
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { '200': { description: A contact. } }
              /contacts/{contact_id}/notes:
                get:
                  operationId: listNotes
                  parameters: [{ name: contact_id, in: path, required: true, schema: { type: integer } }]
                  responses: { '200': { description: Notes. }, '422': { description: Wrong. } }
            """,
            async context =>
            {
                var isGet = context.Request.Method == "GET";
                var isValid = isGet || (Server.TryParse(await Server.BodyAsync(context), out var body)
                    && context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true
                    && body is JsonObject members && members["text"]?.GetValueKind() == JsonValueKind.String);
                lock (asked)
                {
                    asked.Add(context.Request.Path);
                }

                var isList = context.Request.Path.Value!.EndsWith("/notes", StringComparison.Ordinal);
                await (isGet ? Server.StatusAsync(context, isList ? 422 : 200)
                    : isValid ? Server.JsonAsync(context, 201, """{"id":"6762f0dd"}""")
                    : Server.StatusAsync(context, 422));
            });

        Verifying.Named(report).ShouldBeEmpty();
        asked.ShouldNotContain("/contacts/6762f0dd/notes");
        report.Result("listNotes", "check/plain-request").Reason.ShouldBe(
            "the id of what createContact created breaks the rules of the path parameter contact_id");
    }

    private static string Reading(string parameter) => $$"""
        paths:
          /things:
            get:
              operationId: listThings
              parameters: [ {{parameter}} ]
              responses: { '200': { description: All. }, '422': { description: Wrong. } }
        """;
}
