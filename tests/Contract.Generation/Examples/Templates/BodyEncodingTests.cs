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
    [InlineData("text/html", "\"a\"", "a")]
    [InlineData("text/plain", "[1]", "[1]")]
    [InlineData("application/x-tar", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("application/x-yaml", "{\"a\":1}", "{\"a\":1}")]
    [InlineData("application/x-ndjson", "{\"a\":1}", "{\"a\":1}\n")]
    [InlineData("application/jsonl", "[1, {\"b\":2}]", "1\n{\"b\":2}\n")]
    [InlineData("text/event-stream", "{\"a\":1}", "data: {\"a\":1}\n\n")]
    [InlineData(
        "application/xml",
        "{\"a b\":\"<\",\"list\":[1,2],\"none\":null}",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><root><a_x0020_b>&lt;</a_x0020_b><list>1</list><list>2</list><none></none></root>")]
    public void Generated_data_is_written_by_its_media_type(string mediaType, string json, string body)
    {
        BodyEncoding.TryEncodeGenerated(WithExample(mediaType, "1"), Generated(json), out var bytes, out _).ShouldBeTrue();

        Encoding.UTF8.GetString(bytes!).ShouldBe(body);
    }

    private static GenerationOutcome.Generated Generated(string json) =>
        new(Encoding.UTF8.GetBytes(json), ValueOrigin.Generated);

    private static MediaType WithExample(string mediaType, string example) =>
        Contracts.WithResponses($"'200':\n  description: d\n  content:\n    {mediaType}:\n      example: {example}")
            .Operations[0].Responses[0].Content[0];
}
