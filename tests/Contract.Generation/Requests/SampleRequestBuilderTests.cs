using System.Text;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Validation.Tests;

namespace SocialContract.Contract.Generation.Tests.Requests;

public sealed class SampleRequestBuilderTests
{
    private const string Multipart =
        "--contract-kit-boundary\r\nContent-Disposition: form-data; name=\"a[b]\"\r\n\r\n1\r\n" +
        "--contract-kit-boundary\r\nContent-Disposition: form-data; name=\"c[]\"\r\n\r\nx y\r\n" +
        "--contract-kit-boundary--\r\n";

    [Fact]
    public void The_first_example_that_its_schema_accepts_is_used()
    {
        var sample = Build("""
            requestBody: { content: { application/json: { schema: { type: integer }, examples: { a: { value: one }, b: { value: 2 } } } } }
            """);

        Text(sample.Body).ShouldBe("2");
    }

    [Fact]
    public void Without_a_valid_example_data_is_generated()
    {
        var sample = Build("""
            parameters: [{ name: q, in: query, required: true, example: one, schema: { type: integer, minimum: 7, maximum: 7 } }]
            """);

        sample.Target.ShouldBe("/x?q=7");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "application/x-www-form-urlencoded", "a%5Bb%5D=1&c%5B%5D=x%20y")]
    [InlineData("multipart/form-data", "multipart/form-data; boundary=contract-kit-boundary", Multipart)]
    [InlineData("'*/*'", "application/json", """{"a":{"b":1},"c":["x y"]}""")]
    public void A_body_is_written_in_the_media_type_of_the_operation(string mediaType, string contentType, string body)
    {
        var sample = Build($"requestBody: {{ required: true, content: {{ {mediaType}: {{ example: {{ a: {{ b: 1 }}, c: [x y] }} }} }} }}");

        sample.Headers.ShouldBe([new("Content-Type", contentType)]);
        Text(sample.Body).ShouldBe(body);
    }

    [Fact]
    public void Without_a_body_there_is_no_content_type()
    {
        var sample = Build("requestBody: { content: { application/json: { schema: { allOf: [{ type: string }, { type: integer }] } } } }");

        sample.Body.IsEmpty.ShouldBeTrue();
        sample.Headers.ShouldBeEmpty();
    }

    [Fact]
    public void Two_credentials_for_the_same_header_are_avoided_where_there_is_an_alternative()
    {
        var sample = Build(
            "security: [{ basic: [], bearer: [] }, { bearer: [] }]",
            "components: { securitySchemes: { basic: { type: http, scheme: basic }, bearer: { type: http, scheme: bearer } } }");

        sample.Headers.ShouldHaveSingleItem().Value.ShouldBe("bearer TOKEN", StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void A_header_parameter_that_OpenAPI_ignores_is_not_sent() =>
        Build("parameters: [{ name: Accept, in: header, required: true, schema: { const: text/csv } }]").Headers.ShouldBeEmpty();

    [Fact]
    public void A_dot_in_a_value_of_style_label_is_encoded()
    {
        var api = Api.Of("""
            paths:
              /x/{l}:
                get:
                  parameters:
                    - name: l
                      in: path
                      required: true
                      style: label
                      explode: true
                      example: [a.b, c]
                      schema: { type: array, items: { type: string } }
                  responses: { '200': { description: Fine } }
            """);

        var sample = new SampleRequestBuilder(new DataGenerator(api.Contract), "TOKEN").Build(api.Contract.Operations[0]).ShouldNotBeNull();

        sample.Target.ShouldBe("/x/.a%2Eb.c");
        api.Value($"GET {sample.Target}").ShouldBe("""["a.b","c"]""");
    }

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);

    private static RequestMessage Build(string operation, string components = "")
    {
        var contract = Api.Of($$"""
            paths:
              /x:
                post:
                  {{operation.Trim()}}
                  responses: { '200': { description: Fine } }
            {{components}}
            """).Contract;
        return new SampleRequestBuilder(new DataGenerator(contract), "TOKEN").Build(contract.Operations[0]).ShouldNotBeNull();
    }
}
