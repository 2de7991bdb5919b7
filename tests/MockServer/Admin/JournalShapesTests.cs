using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using SocialContract.MockServer.Tests.Journal;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>The journal's entries in WireMock's shapes.</summary>
public sealed class JournalShapesTests : JournaledMock
{
    [Fact]
    public async Task An_entry_has_the_members_of_a_serve_event()
    {
        await Send("GET", "/pets/7?page=2&tag=a&tag=b%20c");

        var serveEvent = (await Get("/requests"))["requests"]![0]!;

        Names(serveEvent).ShouldBe(["id", "request", "responseDefinition", "response", "wasMatched", "timing", "subEvents"]);
        serveEvent["id"]!.GetValue<string>().ShouldBe("00000000-0000-8000-8000-000000000001");
        serveEvent["wasMatched"]!.GetValue<bool>().ShouldBeTrue();
        serveEvent["responseDefinition"].ShouldBeJson("""{"status":200}""");
        Names(serveEvent["response"]!).ShouldBe(["status", "headers", "body", "bodyAsBase64"]);
        serveEvent["response"]!["body"]!.GetValue<string>().ShouldBe("""{"name":"Rex"}""");
        serveEvent["response"]!["bodyAsBase64"]!.GetValue<string>().ShouldBe("eyJuYW1lIjoiUmV4In0=");
        serveEvent["response"]!["headers"]!["Content-Type"]!.GetValue<string>().ShouldBe("application/json");
        Names(serveEvent["timing"]!).ShouldBe(["addedDelay", "processTime", "responseSendTime", "serveTime", "totalTime"]);
        Names(serveEvent["subEvents"]![0]!).ShouldBe(["type", "timeOffsetNanos", "data"]);
    }

    [Fact]
    public async Task Its_request_has_the_members_of_a_logged_request()
    {
        await Send("GET", "/pets/7?page=2&tag=a&tag=b%20c", ("X-One", "1"));

        var request = (await Get("/requests"))["requests"]![0]!["request"]!;

        Names(request).ShouldBe(
            [
                "url", "absoluteUrl", "method", "clientIp", "headers", "cookies", "browserProxyRequest", "loggedDate", "bodyAsBase64",
                "body", "protocol", "scheme", "host", "port", "loggedDateString", "queryParams", "formParams", "multiparts",
            ]);
        request["url"]!.GetValue<string>().ShouldBe("/pets/7?page=2&tag=a&tag=b%20c");
        request["absoluteUrl"]!.GetValue<string>().ShouldBe($"http://{Mock.Url.Authority}/pets/7?page=2&tag=a&tag=b%20c");
        request["method"]!.GetValue<string>().ShouldBe("GET");
        request["clientIp"]!.GetValue<string>().ShouldBe("127.0.0.1");
        request["protocol"]!.GetValue<string>().ShouldBe("HTTP/1.1");
        request["scheme"]!.GetValue<string>().ShouldBe("http");
        request["host"]!.GetValue<string>().ShouldBe("127.0.0.1");
        request["port"]!.GetValue<int>().ShouldBe(Mock.Url.Port);
        request["headers"]!["X-One"]!.GetValue<string>().ShouldBe("1");
        request["queryParams"].ShouldBeJson(
            """{"page":{"key":"page","values":["2"]},"tag":{"key":"tag","values":["a","b c"]}}""");
        var milliseconds = request["loggedDate"]!.GetValue<long>();
        request["loggedDateString"]!.GetValue<string>().ShouldBe(
            DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_form_is_taken_apart()
    {
        using var form = new FormUrlEncodedContent([new("name", "Rex & Co"), new("tag", "a"), new("tag", "b")]);
        using var response = await Client.PostAsync("/pets", form, Http.Cancelled);

        (await Get("/requests"))["requests"]![0]!["request"]!["formParams"].ShouldBeJson(
            """{"name":{"key":"name","values":["Rex & Co"]},"tag":{"key":"tag","values":["a","b"]}}""");
    }

    [Fact]
    public async Task What_the_document_says_is_a_sub_event()
    {
        await Post("/pets", "{}");

        var notes = (await Get("/requests"))["requests"]![0]!["subEvents"]![0]!;

        notes["type"]!.GetValue<string>().ShouldBe("CONTRACT");
        notes["data"]!["operation"]!.GetValue<string>().ShouldBe("POST /pets");
        notes["data"]!["origin"]!["kind"]!.GetValue<string>().ShouldBe("problem");
        notes["data"]!["requestViolations"]!.AsArray().ShouldHaveSingleItem()!["instance"]!.GetValue<string>().ShouldBe("/body/name");
        notes["data"]!["responseViolations"]!.AsArray().ShouldBeEmpty();
        notes["data"]!["nearest"].ShouldBeNull();
    }

    [Fact]
    public async Task An_unmatched_request_is_explained()
    {
        await Send("GET", "/pet/7");

        var serveEvent = (await Get("/requests"))["requests"]![0]!;

        serveEvent["wasMatched"]!.GetValue<bool>().ShouldBeFalse();
        serveEvent["responseDefinition"].ShouldBeJson("""{"status":404,"fromConfiguredStub":false}""");
        serveEvent["subEvents"]![0]!["data"]!["nearest"]![0].ShouldBeJson(
            """
            {"method":"GET","path":"/pets/{id}","differences":[{"part":"path","expected":"/pets/{id}","found":"/pet/7"}]}
            """);
    }

    [Fact]
    public async Task The_size_of_a_body_that_was_not_kept_is_reported()
    {
        var body = $$"""{"name":"{{new string('a', 300 * 1024)}}"}""";
        await Post("/pets", body);

        var serveEvent = (await Get("/requests"))["requests"]![0]!;

        serveEvent["request"]!["body"]!.GetValue<string>().ShouldBe("");
        serveEvent["subEvents"]![0]!["data"]!["requestBodySize"]!.GetValue<int>().ShouldBe(body.Length);
    }

    [Fact]
    public async Task A_header_with_several_lines_has_an_array_and_cookies_are_shown_if_secrets_are()
    {
        await StartAsync(10, secrets: true);
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(Mock.Url.Host, Mock.Url.Port, Http.Cancelled);
            await client.GetStream().WriteAsync(
                "GET /pets/7 HTTP/1.1\r\nHost: localhost\r\nX-Two: 1\r\nx-two: 2\r\nCookie: session=abc123; theme=dark\r\n\r\n"u8.ToArray(),
                Http.Cancelled);
            using var reader = new StreamReader(client.GetStream());
            await reader.ReadLineAsync(Http.Cancelled);
        }

        var request = (await Get("/requests"))["requests"]![0]!["request"]!;

        request["headers"]!["X-Two"].ShouldBeJson("""["1","2"]""");
        request["cookies"].ShouldBeJson("""{"session":"abc123","theme":"dark"}""");
    }

    [Fact]
    public async Task The_absolute_form_of_a_target_is_a_url_with_path_and_query()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(Mock.Url.Host, Mock.Url.Port, Http.Cancelled);
            await client.GetStream().WriteAsync(
                "GET http://localhost/pets/7?page=2 HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Http.Cancelled);
            using var reader = new StreamReader(client.GetStream());
            await reader.ReadLineAsync(Http.Cancelled);
        }

        var request = (await Get("/requests"))["requests"]![0]!["request"]!;

        request["url"]!.GetValue<string>().ShouldBe("/pets/7?page=2");
        request["absoluteUrl"]!.GetValue<string>().ShouldBe("http://localhost/pets/7?page=2");
    }

    private static IReadOnlyList<string> Names(JsonNode node) => [.. node.AsObject().Select(member => member.Key)];
}
