using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Tests;

namespace SocialContract.Contract.Generation.Tests.Requests;

/// <summary>A request composed of the values of its parts.</summary>
public sealed class RequestComposerTests
{
    [Fact]
    public void Parameters_credentials_and_the_body_are_written_at_their_places()
    {
        var operation = Operation("""
            parameters: [
                { name: limit, in: query, schema: { type: integer } },
                { name: X-Trace, in: header, schema: { type: string } } ],
            security: [ { key: [] } ],
            requestBody: { content: { 'application/*': { schema: { type: object } } } }
            """);
        var request = new RequestComposer(operation);

        request.AddParameter(operation.Parameters[0], JsonElement.Parse("10"));
        request.AddParameter(operation.Parameters[1], JsonElement.Parse("\"t1\""));
        request.AddCredential(RequestComposer.SchemesOf(operation)[0], "secret");
        request.TryAddBody(operation.RequestBody!.Content[0], JsonNode.Parse("""{ "text": "ä" }""")).ShouldBeTrue();

        var composed = request.Compose();
        (composed.Method, composed.Target).ShouldBe(("POST", "/x?limit=10&key=secret"));
        composed.Headers.ShouldBe([new("X-Trace", "t1"), new("Content-Type", "application/json")]);
        Encoding.UTF8.GetString(composed.Body.Span).ShouldBe("""{"text":"ä"}""");
    }

    [Theory]
    [InlineData("{ basic: [], bearer: [] }, { key: [] }", "key")]
    [InlineData("{ }, { bearer: [] }", "Authorization")]
    [InlineData("{ basic: [], key: [] }", "Authorization key")]
    [InlineData("{ certificate: [] }", "")]
    [InlineData("", "")]
    public void A_caller_presents_the_first_requirement_that_needs_no_two_credentials_in_one_place(string security, string names) =>
        RequestComposer.SchemesOf(Operation($"security: [ {security} ]")).Select(scheme => scheme.ParameterName)
            .ShouldBe(names.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("text/plain", "{}")]
    [InlineData("multipart/form-data", "[1]")]
    [InlineData("application/x-www-form-urlencoded", "{\"a\":[]}")]
    public void A_value_that_the_media_type_cannot_represent_adds_no_body(string mediaType, string value)
    {
        var operation = Operation($"requestBody: {{ content: {{ {mediaType}: {{ }} }} }}");
        var request = new RequestComposer(operation);

        request.TryAddBody(operation.RequestBody!.Content[0], JsonNode.Parse(value)).ShouldBeFalse();

        var composed = request.Compose();
        composed.Body.IsEmpty.ShouldBeTrue();
        composed.Headers.ShouldBeEmpty();
    }

    private static Operation Operation(string members) => Api.Of($$"""
        paths: { /x: { post: { {{members.ReplaceLineEndings(" ")}}, responses: { '200': { description: Fine } } } } }
        components:
          securitySchemes:
            basic: { type: http, scheme: basic }
            bearer: { type: http, scheme: bearer }
            key: { type: apiKey, in: query, name: key }
            certificate: { type: mutualTLS }
        """).Contract.Operations[0];
}
