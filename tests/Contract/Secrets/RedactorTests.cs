using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

public sealed class RedactorTests
{
    private static readonly Redactor Redactor = Redactor.Of(
        Loading.Loaded("""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              /x:
                parameters:
                  - { name: pin, in: query, x-secret: true, schema: { type: string } }
                  - { name: tan, in: query, schema: { $ref: '#/components/schemas/Tan' } }
                  - { name: X-Pin, in: header, schema: { type: string, x-secret: true } }
                  - { name: page, in: query, schema: { type: string } }
                post:
                  requestBody:
                    content:
                      application/json:
                        schema:
                          type: object
                          properties:
                            name: { type: string }
                            phrase: { type: string, x-secret: true }
                            tans: { type: array, items: { $ref: '#/components/schemas/Tan' } }
                            either: { anyOf: [{ type: integer }, { $ref: '#/components/schemas/Other' }] }
                  responses: { '204': { description: none } }
            components:
              schemas:
                Tan: { type: string, x-secret: true }
                Other: { $ref: '#/components/schemas/Tan' }
              securitySchemes:
                header: { type: apiKey, in: header, name: X-Session }
                query: { type: apiKey, in: query, name: session }
            """),
        "s3cret");

    [Theory]
    [InlineData("/x?pin=1234&page=2", "/x?pin=(redacted)&page=2")]
    [InlineData("/x?tan=1&session=2", "/x?tan=(redacted)&session=(redacted)")]
    [InlineData("/x?form[pin]=1&form%5Btan%5D=2", "/x?form[pin]=(redacted)&form%5Btan%5D=(redacted)")]
    [InlineData("/x?access_token=1", "/x?access_token=(redacted)")]
    [InlineData("/x?page=s3cret", "/x?page=(redacted)")]
    [InlineData("/s3cret", "/(redacted)")]
    [InlineData("/x?page=2&pin", "/x?page=2&pin")]
    [InlineData("/x??pin=1", "/x??pin=(redacted)")]
    [InlineData("/x?a?pin=1", "/x?a?pin=(redacted)")]
    [InlineData("/x?+pin=1", "/x?+pin=(redacted)")]
    [InlineData("/x?pin+=1", "/x?pin+=(redacted)")]
    [InlineData("/x?pin%00=1&%20pin=2&%22pin%22=3", "/x?pin%00=(redacted)&%20pin=(redacted)&%22pin%22=(redacted)")]
    [InlineData("/x?page=1;pin=2&page=3", "/x?page=1;pin=(redacted)&page=3")]
    [InlineData("/x?pin=1;rest&page=2", "/x?pin=(redacted)&page=2")]
    [InlineData("/x?page=1;2&other", "/x?page=1;2&other")]
    [InlineData("/x\n?page=1", "/x%0A?page=1")]
    public void A_target_is_shown_without_the_values_of_secrets(string target, string shown) => Redactor.Target(target).ShouldBe(shown);

    [Fact]
    public void A_target_without_secrets_takes_no_memory()
    {
        const string Target = "/api/v3/instagram_accounts";
        Redactor.Target(Target).ShouldBeSameAs(Target);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Redactor.Target(Target);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [InlineData("X-Session", "abc", "(redacted)")]
    [InlineData("x-pin", "1234", "(redacted)")]
    [InlineData("Authorization", "Bearer abc", "Bearer (redacted)")]
    [InlineData("Cookie", "a=b", "(redacted)")]
    [InlineData("Location", "/x?key=s3cret", "/x?key=(redacted)")]
    [InlineData("Location", "https://me:pw@a.example/x#top", "https://(redacted)@a.example/x#top")]
    [InlineData("Location", "//me:pw@a.example/x?a=//b", "//(redacted)@a.example/x?a=//b")]
    [InlineData("Location", "/back?page=1#access_token=1&state=2", "/back?page=1#access_token=(redacted)&state=2")]
    [InlineData("Location", "/back?page=1#token=1", "/back?page=1#token=(redacted)")]
    [InlineData("Accept", "text/html", "text/html")]
    public void A_header_is_shown_without_credentials(string name, string value, string shown) =>
        Redactor.Header(name, value).ShouldBe(shown);

    [Theory]
    [InlineData("""{"name":"Ann","phrase":"open"}""", """{"name":"Ann","phrase":"(redacted)"}""")]
    [InlineData("""[{"tans":["1","2"],"either":"3"}]""", """[{"tans":"(redacted)","either":"(redacted)"}]""")]
    [InlineData("""{"name":"s3cret"}""", """{"name":"(redacted)"}""")]
    [InlineData("""{"name": "Ann"}""", """{"name": "Ann"}""")]
    [InlineData("{\"phrase\":", "{\"phrase\":")]
    [InlineData("plain text", "plain text")]
    public void A_body_is_shown_without_the_members_that_the_document_calls_secret(string body, string shown) =>
        Encoding.UTF8.GetString(Redactor.Body(Encoding.UTF8.GetBytes(body)).Span).ShouldBe(shown);

    [Theory]
    [InlineData("""{"name":"Ann","phrase":"sesame"}""")]
    [InlineData("""{"tans":null,"either":12}""")]
    public void Values_that_a_client_invented_for_its_request_are_shown(string body) =>
        Encoding.UTF8.GetString(
            Redactor.Allowing("""{"phrase":"open sesame","either":12}""").Body(Encoding.UTF8.GetBytes(body)).Span).ShouldBe(body);

    [Theory]
    [InlineData("""{"phrase":"other"}""", """{"phrase":"(redacted)"}""")]
    [InlineData("""{"phrase":"s3cret"}""", """{"phrase":"(redacted)"}""")]
    public void A_client_does_not_see_other_secrets_and_its_credentials(string body, string shown) =>
        Encoding.UTF8.GetString(Redactor.Allowing("s3cret").Body(Encoding.UTF8.GetBytes(body)).Span).ShouldBe(shown);

    [Fact]
    public void A_body_whose_members_cannot_be_read_is_removed_whole() =>
        Encoding.UTF8.GetString(Redactor.Body("""{"\ud800":1,"phrase":"open"}"""u8.ToArray()).Span).ShouldBe("(redacted)");

    [Fact]
    public void A_secret_deep_in_a_body_is_removed()
    {
        var (open, close) = (string.Concat(Enumerable.Repeat("[", 200)), new string(']', 200));

        Encoding.UTF8.GetString(Redactor.Body(Encoding.UTF8.GetBytes($$"""{{open}}{"phrase":"open"}{{close}}""")).Span)
            .ShouldBe($$"""{{open}}{"phrase":"(redacted)"}{{close}}""");
    }

    [Fact]
    public void A_message_is_shown_without_secrets_anywhere()
    {
        var request = new RequestMessage("POST", "/x?pin=1", [new("X-Session", "abc")], """{"phrase":"open"}"""u8.ToArray());

        var shown = Redactor.Request(request);

        shown.Target.ShouldBe("/x?pin=(redacted)");
        shown.Headers["X-Session"].ShouldBe("(redacted)");
        Encoding.UTF8.GetString(shown.Body.Span).ShouldBe("""{"phrase":"(redacted)"}""");
    }
}
