using System.Text;

namespace SocialContract.Contract.Validation.Tests.Bodies;

/// <summary>Bodies that are text, and those that are not decoded.</summary>
public sealed class TextBodyTests
{
    [Theory]
    [InlineData("text/plain", "hello \"you\"", "\"hello \\\"you\\\"\"")]
    [InlineData("text/csv", "a,b\n1,2\n", "\"a,b\\u000a1,2\\u000a\"")]
    [InlineData("application/octet-stream", "bytes", "\"bytes\"")]
    public void Text_is_a_string(string mediaType, string body, string expected) =>
        Api.Body(mediaType, "schema: { type: string }")
            .BodyOf(new TestRequest("POST /x", body, "Content-Type: " + mediaType))
            .ShouldBe(expected);

    [Fact]
    public void Text_is_validated_by_its_schema()
    {
        Violations("schema: { type: string, maxLength: 3 }", "abcd")
            .ShouldBe(["Body /body: \"abcd\", 4 characters"]);
        Violations("schema: { type: integer }", "42").ShouldBeEmpty();
        Violations("schema: { type: integer }", "4x").ShouldBe(["Body /body: \"4x\""]);
    }

    [Fact]
    public void Text_may_be_Latin_1()
    {
        var request = new TestRequest("POST /x", Encoding.Latin1.GetBytes("é"), "Content-Type: text/plain; charset=ISO-8859-1");

        Api.Body("text/plain", "schema: { type: string }").BodyOf(request).ShouldBe("\"é\"");
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_a_violation() =>
        Api.Body("text/plain", "schema: { type: string }").Violations(new TestRequest("POST /x", [0xE9], "Content-Type: text/plain"))
            .ShouldBe(["Syntax /body: bytes that are not UTF-8"]);

    [Theory]
    [InlineData("application/xml", "schema: { type: object, required: [a] }")]
    [InlineData("image/png", "schema: { type: string, maxLength: 1 }")]
    [InlineData("application/octet-stream", "schema: { type: string, format: binary, maxLength: 1 }")]
    [InlineData("application/octet-stream", "schema: { type: string, maxLength: 1 }")]
    public void Bodies_that_are_neither_JSON_nor_form_nor_text_are_not_decoded(string mediaType, string content)
    {
        var request = new TestRequest("POST /x", [0xFF, 0xFE, 0x00], "Content-Type: " + mediaType);

        Api.Body(mediaType, content).Violations(request).ShouldBeEmpty();
    }

    private static string[] Violations(string content, string body) =>
        Api.Body("text/plain", content).Violations(new TestRequest("POST /x", body, "Content-Type: text/plain"));
}
