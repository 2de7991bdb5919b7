using SocialContract.Contract.Model;

namespace SocialContract.Contract.Tests.Reading;

public sealed class OperationReadingTests
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.2.0 }
        servers: [{ url: 'https://{host}/api/{version}/', variables: { host: { default: h }, version: { default: v3 } } }]
        security: [{ key: [] }]
        paths:
          /pets/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: limit, in: query, schema: { type: integer } }
            get:
              operationId: getPet
              parameters:
                - { name: limit, in: query, required: true, schema: { type: string } }
                - $ref: '#/components/parameters/Trace'
              responses:
                '200':
                  description: A pet
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Pet' }
                      examples:
                        cat: { value: { name: Tom } }
                        dog: { $ref: '#/components/examples/Dog' }
                4xx: { description: Refused }
            delete:
              security: []
              responses: { default: { description: Done } }
        components:
          parameters:
            Trace: { name: X-Trace, in: header, schema: { type: array } }
          schemas:
            Pet: { type: object, required: [name], properties: { name: { type: string } } }
          examples:
            Dog: { summary: A dog, value: { name: Rex } }
          securitySchemes:
            key: { type: http, scheme: bearer }
        """;

    private static readonly ContractDescription Api = Loading.Loaded(Pets);

    [Fact]
    public void Operations_come_in_document_order_with_their_ids() =>
        Api.Operations.Select(operation => operation.Id).ShouldBe(["getPet", "DELETE /pets/{id}"]);

    [Fact]
    public void An_operations_parameter_overrides_that_of_its_path() =>
        Api.Operations[0].Parameters.Select(parameter => (parameter.In, parameter.Name, parameter.Required)).ShouldBe(
        [
            (ParameterLocation.Path, "id", true),
            (ParameterLocation.Query, "limit", true),
            (ParameterLocation.Header, "X-Trace", false),
        ]);

    [Fact]
    public void Styles_and_explode_have_the_defaults_of_their_location() =>
        Api.Operations[0].Parameters.Select(parameter => (parameter.Style, parameter.Explode)).ShouldBe(
            [(ParameterStyle.Simple, false), (ParameterStyle.Form, true), (ParameterStyle.Simple, false)]);

    [Fact]
    public void Status_ranges_are_written_in_upper_case() =>
        Api.Operations[0].Responses.Select(response => response.Status).ShouldBe(["200", "4XX"]);

    [Fact]
    public void Examples_are_followed_through_references() =>
        Api.Operations[0].Responses[0].Content[0].Examples.Select(
            example => (example.Name, example.Summary, example.Value!.Value.Value.ToString()))
            .ShouldBe([("cat", null, """{"name":"Tom"}"""), ("dog", "A dog", """{"name":"Rex"}""")]);

    [Fact]
    public void Security_is_the_documents_unless_the_operation_has_its_own() =>
        Api.Operations.Select(operation => operation.Security.Count).ShouldBe([1, 0]);

    [Fact]
    public void Base_paths_have_the_defaults_of_their_variables() =>
        Api.Operations[0].BasePaths.ShouldBe(["/api/v3"]);

    [Fact]
    public void Of_very_many_base_paths_the_first_are_read_once_and_a_warning_says_so()
    {
        var servers = string.Join(", ", Enumerable.Range(0, 1_000).Select(number => $"{{ url: 'https://a.example/v{number}' }}"));
        var api = Loading.Loaded($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [{{servers}}]
            paths:
              /a: { get: { responses: { '200': { description: ok } } }, put: { responses: { '200': { description: ok } } } }
            """);

        api.Operations[0].BasePaths.Count.ShouldBe(32);
        api.Operations[1].BasePaths.ShouldBeSameAs(api.Operations[0].BasePaths);
        api.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe(
            "the servers have more than 32 different base paths; requests with those from here on are not recognised");
    }

    [Fact]
    public void A_component_that_is_used_twice_is_read_once()
    {
        var api = Loading.Loaded("""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths:
              /a: { get: { parameters: [{ $ref: '#/components/parameters/P' }], responses: {} } }
              /b: { get: { parameters: [{ $ref: '#/components/parameters/P' }], responses: {} } }
            components: { parameters: { P: { name: p, in: query, schema: { type: string } } } }
            """);

        api.Operations[0].Parameters[0].ShouldBeSameAs(api.Operations[1].Parameters[0]);
    }
}
