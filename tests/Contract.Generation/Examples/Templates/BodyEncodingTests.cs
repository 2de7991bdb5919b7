using System.Text;
using SocialContract.Contract.Generation.Data;
using SocialContract.Contract.Generation.Examples.Templates;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Tests.Examples.Templates;

public class BodyEncodingTests
{
    [Theory]
    [InlineData("application/json", "{ a: [1, b] }", """{"a":[1,"b"]}""")]
    [InlineData("application/json", "two words", "\"two words\"")]
    [InlineData("text/plain", "two words", "two words")]
    [InlineData("text/csv", "12", "12")]
    [InlineData("text/plain", "true", "true")]
    [InlineData("'application/*'", "two words", "\"two words\"")]
    [InlineData("'*/*'", "two words", "\"two words\"")]
    [InlineData("'text/*'", "two words", "two words")]
    [InlineData("'image/*'", "two words", "two words")]
    [InlineData("image/json", "two words", "two words")]
    [InlineData("application/xml", "<a/>", "<a/>")]
    public void An_example_is_JSON_or_the_text_of_a_scalar(string mediaType, string example, string body)
    {
        var media = WithExample(mediaType, example);

        BodyEncoding.TryEncodeExample(media, media.Examples[0].Value!.Value, out var bytes, out _).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes!).ShouldBe(body);
    }

    [Fact]
    public void An_object_has_no_text()
    {
        var media = WithExample("text/csv", "{ a: 1 }");

        BodyEncoding.TryEncodeExample(media, media.Examples[0].Value!.Value, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("openapi.yaml:11:24: an example of text/csv must be a string, a number or a boolean; write the body as a string");
    }

    [Theory]
    [InlineData("application/json", "[1]", "[1]")]
    [InlineData("text/plain", "\"a \\u00e9\"", "a é")]
    [InlineData("text/plain", "7", "7")]
    public void Generated_data_is_JSON_or_the_text_of_a_scalar(string mediaType, string json, string body)
    {
        BodyEncoding.TryEncodeGenerated(WithExample(mediaType, "1"), Generated(json), out var bytes, out _).ShouldBeTrue();

        Encoding.UTF8.GetString(bytes!).ShouldBe(body);
    }

    [Theory]
    [InlineData("application/xml", "\"a\"")]
    [InlineData("text/html", "\"a\"")]
    [InlineData("image/svg+xml", "\"a\"")]
    [InlineData("text/plain", "[1]")]
    public void Markup_and_text_of_an_array_are_not_generated(string mediaType, string json)
    {
        BodyEncoding.TryEncodeGenerated(WithExample(mediaType, "1"), Generated(json), out _, out var problem).ShouldBeFalse();

        problem.ShouldBe($"openapi.yaml:11:15: data cannot be generated as {mediaType}; give the media type an example");
    }

    private static GenerationOutcome.Generated Generated(string json) =>
        new(Encoding.UTF8.GetBytes(json), ValueOrigin.Generated);

    private static MediaType WithExample(string mediaType, string example) =>
        Contracts.WithResponses($"'200':\n  description: d\n  content:\n    {mediaType}:\n      example: {example}")
            .Operations[0].Responses[0].Content[0];
}
