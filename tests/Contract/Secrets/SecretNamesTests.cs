using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

public sealed class SecretNamesTests
{
    private static readonly Redactor Redactor = Redactor.Of(Loading.Loaded("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            post:
              parameters: [{ $ref: '#/components/parameters/Pin' }]
              requestBody:
                content:
                  application/json:
                    schema: { properties: { data: { type: object } } }
                    example:
                      properties: { shown: { format: password, x-secret: true } }
                      parameter: { in: query, name: listed, x-secret: true }
              responses:
                '200':
                  description: A
                  headers: { X-Shared: { $ref: '#/components/headers/Shared' } }
                '204': { description: B, headers: { X-Again: { $ref: '#/components/headers/Shared' } } }
        webhooks:
          event:
            post:
              requestBody: { content: { application/json: { schema: { properties: { hook: { format: password } } } } } }
              responses: { '200': { description: A } }
        components:
          parameters: { Pin: { name: pin, in: query, content: { text/plain: { schema: { $dynamicRef: '#mark' } } } } }
          headers: { Shared: { schema: { allOf: [{ $ref: '#/components/schemas/Mark' }] } } }
          schemas:
            Mark: { $dynamicAnchor: mark, x-secret: true }
            Unused: { properties: { spare: { $ref: '#/components/schemas/Mark' } }, default: { properties: { late: { x-secret: true } } } }
        """));

    [Theory]
    [InlineData("pin")]
    [InlineData("hook")]
    [InlineData("spare")]
    public void The_names_of_secret_members_and_parameters_are_secret(string name) =>
        Redactor.Target($"/other?{name}=1").ShouldBe($"/other?{name}=(redacted)");

    [Theory]
    [InlineData("shown")]
    [InlineData("listed")]
    [InlineData("late")]
    public void What_an_example_or_a_default_contains_marks_no_name(string name) =>
        Redactor.Target($"/other?{name}=1").ShouldBe($"/other?{name}=1");

    /// <summary>A JSON text may write any character as an escape.</summary>
    [Theory]
    [InlineData("\"x-secret\": true")]
    [InlineData("\"x-secre\\u0074\": true")]
    [InlineData("\"x\\u002Dsecret\" : true")]
    [InlineData("\"format\":\"password\"")]
    [InlineData("\"format\" : \"pass\\u0077ord\"")]
    [InlineData("\"f\\u006Frmat\": \"password\"")]
    public void A_mark_is_found_however_the_document_writes_it(string mark)
    {
        var redactor = Redactor.Of(Loading.Loaded(
            """
            {
              "openapi": "3.1.0", "info": {"title": "T", "version": "1"},
              "paths": {"/a": {"get": {
                "parameters": [{"name": "pin", "in": "query", "schema": {MARK}}],
                "responses": {"200": {"description": "A"}}}}}
            }
            """.Replace("MARK", mark, StringComparison.Ordinal)));

        redactor.Target("/a?pin=1").ShouldBe("/a?pin=(redacted)");
    }

    [Theory]
    [InlineData("X-Shared")]
    [InlineData("X-Again")]
    public void A_shared_header_is_secret_under_each_of_its_names(string name) =>
        Redactor.Header(name, "1").ShouldBe("(redacted)");
}
