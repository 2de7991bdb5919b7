using System.Text;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.Contract.Tests.Reading;

namespace SocialContract.Contract.Tests.Secrets;

/// <summary>Copies of a request's secrets in its own target, which the log prints.</summary>
public sealed class SecretCopiesTests
{
    private static readonly Redactor Redactor = Redactor.Of(Loading.Loaded("""
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /accounts/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: page, in: query, schema: { type: string } }
            post:
              parameters:
                - { name: X-Keys, in: header, x-secret: true, schema: { type: [array, object] } }
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties: { name: { type: string }, pin: { x-secret: true } }
                  application/x-www-form-urlencoded:
                    schema: { type: object, properties: { pin: { type: string, x-secret: true } } }
              responses: { '204': { description: none } }
        """));

    [Theory]
    [InlineData("/accounts/hunter22", """{ "pin": "hunter22" }""", "/accounts/(redacted)")]
    [InlineData("/accounts/1?page=my-Hunter22-x", """{ "pin": "hunter22" }""", "/accounts/1?page=my-(redacted)-x")]
    [InlineData("/accounts/12345678", """{ "pin": 12345678 }""", "/accounts/(redacted)")]
    [InlineData("/accounts/hunter22", """{ "pin": [{ "a": "hunter22" }] }""", "/accounts/(redacted)")]
    [InlineData("/accounts/hunter22", """{ "pin": "hunter\u00322" }""", "/accounts/(redacted)")]
    [InlineData("/accounts/h%75nter22", """{ "pin": "hunter22" }""", "/accounts/(redacted)")]
    [InlineData("/accounts/hunter22", """{ "name": "hunter22" }""", "/accounts/hunter22")]
    [InlineData("/accounts/hunter2", """{ "pin": "hunter22" }""", "/accounts/hunter2")]
    public void A_copy_of_a_secret_of_the_JSON_body_is_not_shown(string target, string body, string shown) =>
        Shown(Request(target, "application/json", body)).ShouldBe(shown);

    [Theory]
    [InlineData("text/plain", "hunter22")]
    [InlineData("application/json", """{"pin":"hunter22",""")]
    public void A_body_that_cannot_be_read_is_one_secret(string type, string body) =>
        Shown(Request($"/accounts/1?page={body}", type, body)).ShouldBe("/accounts/1?page=(redacted)");

    [Fact]
    public void A_copy_of_a_secret_of_a_form_is_not_shown() =>
        Shown(Request("/accounts/hunter22", "application/x-www-form-urlencoded", "pin=hunter22")).ShouldBe("/accounts/(redacted)");

    [Theory]
    [InlineData("Cookie", "theme=dark; session=hunter22")]
    [InlineData("Authorization", "Basic bWU6aHVudGVyMjI=")]
    [InlineData("X-Keys", "one,hunter22")]
    [InlineData("X-Keys", "{\"key\":\"hunter22\"}")]
    public void A_copy_of_a_part_of_a_secret_header_is_not_shown(string name, string value) =>
        Shown(new RequestMessage("POST", "/accounts/hunter22", [new(name, value)], default)).ShouldBe("/accounts/(redacted)");

    [Theory]
    [InlineData("Bearer hunter22")]
    [InlineData("hunter22")]
    [InlineData("Bearer   hunter22 ")]
    public void A_copy_of_a_credential_is_not_shown(string authorization) =>
        Shown(new RequestMessage("POST", "/accounts/hunter22", [new("Authorization", authorization)], default))
            .ShouldBe("/accounts/(redacted)");

    [Theory]
    [InlineData("/accounts/17")]
    [InlineData("/accounts/hunter2")]
    public void A_target_without_a_copy_takes_next_to_no_memory(string target)
    {
        var request = new RequestMessage(
            "POST",
            target,
            [new("Content-Type", "application/json"), new("Authorization", "Bearer abcdefgh"), new("Cookie", "theme=dark; sid=abcdefgh")],
            Encoding.UTF8.GetBytes("""{ "pin": "hunter22", "name": "Ann", "age": 123456 }"""));
        Redactor.KnowingCopies(request).ShouldBeSameAs(Redactor);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Redactor.KnowingCopies(request);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64);
    }

    [Fact]
    public void A_query_without_secrets_is_shown_as_it_is()
    {
        const string Target = "/accounts/1?page=2&other=3";

        Redactor.Target("POST", Target).ShouldBeSameAs(Target);
    }

    private static string Shown(RequestMessage request) => Redactor.KnowingCopies(request).Target(request.Method, request.Target);

    private static RequestMessage Request(string target, string type, string body, string authorization = "none") =>
        new("POST", target, [new("Content-Type", type), new("Authorization", authorization)], Encoding.UTF8.GetBytes(body));
}
