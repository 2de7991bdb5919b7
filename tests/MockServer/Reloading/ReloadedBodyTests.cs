using System.Text;

namespace SocialContract.MockServer.Tests.Reloading;

/// <summary>
/// The document is reloaded while a request's body is on its way: the request is judged, responded to and logged by the document that was
/// served when the request arrived.
/// </summary>
public sealed class ReloadedBodyTests
{
    private const int Reloaded = 2;

    /// <summary>The pin is secret, and a string.</summary>
    private const string Secret = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            post:
              requestBody:
                content:
                  application/json:
                    schema: { type: object, properties: { pin: { type: string, x-secret: true } } }
              responses: { '204': { description: none } }
        """;

    /// <summary>The pin is an integer that anyone may see.</summary>
    private static readonly string Plain = Secret.Replace("type: string, x-secret: true", "type: integer", StringComparison.Ordinal);

    [Fact]
    public async Task A_value_that_only_the_first_document_has_as_secret_is_redacted_in_the_log_and_in_the_response()
    {
        var (response, shown, log) = await Across(Secret, Plain, """{"pin": 12345678}""");

        response.ShouldStartWith("HTTP/1.1 422 ");
        response.ShouldContain("a string");
        foreach (var output in new[] { response, shown, log })
        {
            output.ShouldNotContain("12345678");
        }
    }

    [Fact]
    public async Task A_request_that_began_before_the_reload_is_not_judged_by_the_new_rules()
    {
        var (response, shown, _) = await Across(Plain, Secret, """{"pin": 12345678}""");

        response.ShouldStartWith("HTTP/1.1 204 ");
        shown.ShouldContain("12345678");
    }

    [Fact]
    public async Task A_body_over_the_limit_that_began_before_the_reload_is_redacted_as_it_was_then()
    {
        var (response, shown, _) = await Across(
            Secret.Replace("      requestBody:", "      parameters: [{ name: pin, in: query, x-secret: true }]\n      requestBody:"),
            Plain,
            new string(' ', 2000),
            "/x?pin=12345678",
            isChunked: true);

        response.ShouldStartWith("HTTP/1.1 413 ");
        shown.ShouldContain("pin=(redacted)");
    }

    /// <summary>Sends a request whose body comes after the second document has replaced the first.</summary>
    /// <returns>The response, the exchange as sinks may show it, and the log.</returns>
    private static async Task<(string Response, string Shown, string Log)> Across(
        string first, string second, string body, string target = "/x", bool isChunked = false)
    {
        using var document = new TemporaryDocument(first);
        using var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = document.Path, LoggerFactory = log, Sinks = [exchanges], MaxBodyBytes = 1000 }, Http.Cancelled);
        using var request = isChunked
            ? await HalfSentRequest.BeginChunkedAsync(mock.Url, target)
            : await HalfSentRequest.BeginAsync(mock.Url, target, body.Length);

        document.Write("openapi.yaml", second);
        await log.Next(Reloaded);
        await request.SendAsync(isChunked ? $"{body.Length:x}\r\n{body}\r\n0\r\n\r\n" : body);

        var response = await request.ResponseAsync();
        var shown = (await exchanges.Next()).Shown;
        return (
            response,
            $"{shown.Request.Target} {Encoding.UTF8.GetString(shown.Request.Body.Span)} "
                + string.Join(' ', shown.RequestViolations.Select(violation => violation.Message)),
            string.Join('\n', log.Texts));
    }
}
