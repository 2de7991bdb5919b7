using SocialContract.Contract.Reading;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Tests.Rules;

/// <summary>The schemas that an operation's messages need.</summary>
public sealed class OperationSchemasTests
{
    [Fact]
    public void The_schemas_of_parameters_and_bodies_are_listed_and_those_of_ignored_headers_are_not()
    {
        var api = Load("string");

        OperationSchemas.Of(api.Operations[0]).Select(used => (used.Schema.Node.Pointer, used.Direction)).ShouldBe(
        [
            ("/paths/~1a/post/parameters/0/schema", MessageDirection.Request),
            ("/paths/~1a/post/requestBody/content/application~1json/schema", MessageDirection.Request),
            ("/paths/~1a/post/responses/200/headers/X-Count/schema", MessageDirection.Response),
            ("/paths/~1a/post/responses/200/content/application~1json/schema", MessageDirection.Response),
        ]);
    }

    [Fact]
    public void A_fault_in_the_schema_of_an_ignored_header_does_not_stop_the_operation()
    {
        var api = Load("text");

        api.FaultsOf(api.Operations[0]).ShouldBeEmpty();
    }

    private static ContractDescription Load(string acceptType) => ContractLoader.LoadText($$"""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /a:
            post:
              operationId: add
              parameters:
                - { name: limit, in: query, schema: { type: integer } }
                - { name: Accept, in: header, schema: { type: {{acceptType}} } }
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses:
                '200':
                  description: A
                  headers: { X-Count: { schema: { type: integer } } }
                  content: { application/json: { schema: { type: array } } }
        """, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
}
