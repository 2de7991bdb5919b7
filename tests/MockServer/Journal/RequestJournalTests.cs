using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SocialContract.Contract.Exchanges;

namespace SocialContract.MockServer.Tests.Journal;

public sealed class RequestJournalTests : JournaledMock
{
    private const int Connections = 32;
    private const int RequestsOfEach = 250;

    [Fact]
    public async Task A_client_that_has_the_response_finds_the_exchange()
    {
        using var response = await Client.GetAsync("/pets/7?page=2", Http.Cancelled);

        var entry = Mock.Requests.ShouldHaveSingleItem();
        entry.WasMatched.ShouldBeTrue();
        entry.Operation!.Id.ShouldBe("readPet");
        entry.Request.Method.ShouldBe("GET");
        entry.Request.Target.ShouldBe("/pets/7?page=2");
        entry.Request.Headers["Host"].ShouldBe(Mock.Url.Authority);
        entry.Response!.Status.ShouldBe(200);
        Encoding.UTF8.GetString(entry.Response.Body.Span).ShouldBe("""{"name":"Rex"}""");
        entry.Exchange.Origin.Kind.ShouldBe(ExchangeOriginKind.Contract);
        entry.Exchange.Protocol.ShouldBe("HTTP/1.1");
        entry.Exchange.ClientAddress.ShouldBe(IPAddress.Loopback);
        entry.Nearest.ShouldBeEmpty();
        entry.ToString().ShouldBe("GET /pets/7?page=2 200");
    }

    [Fact]
    public async Task The_violations_of_a_refused_request_are_in_its_entry()
    {
        await Post("/pets", "{}");

        var entry = Mock.Requests.ShouldHaveSingleItem();
        entry.Exchange.RequestViolations.ShouldHaveSingleItem().Instance.ShouldBe("/body/name");
        entry.Response!.Status.ShouldBe(422);
        entry.WasMatched.ShouldBeTrue();
    }

    [Fact]
    public async Task The_entries_are_in_order_with_ids_that_count()
    {
        await Client.GetAsync("/pets/1", Http.Cancelled);
        await Client.GetAsync("/pets/2", Http.Cancelled);

        Mock.Requests.Select(entry => $"{entry.Id} {entry.Request.Target}").ShouldBe(
            ["00000000-0000-8000-8000-000000000001 /pets/1", "00000000-0000-8000-8000-000000000002 /pets/2"]);
    }

    [Fact]
    public async Task Nothing_of_32_connections_is_lost()
    {
        await StartAsync(Connections * RequestsOfEach);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(async () =>
        {
            using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 1 };
            using var client = new HttpClient(handler) { BaseAddress = Mock.Url };
            for (var number = 0; number < RequestsOfEach; number++)
            {
                using var response = await client.GetAsync($"/pets/{(connection * RequestsOfEach) + number}", Http.Cancelled);
                response.StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        })));

        var entries = Mock.Requests;
        entries.Select(entry => int.Parse(entry.Request.Path["/pets/".Length..], CultureInfo.InvariantCulture))
            .Order()
            .ShouldBe(Enumerable.Range(0, Connections * RequestsOfEach));
        entries.Select(entry => entry.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Reset_forgets_the_entries_and_their_ids_do_not_return()
    {
        await Client.GetAsync("/pets/1", Http.Cancelled);
        Mock.Reset();
        Mock.Requests.ShouldBeEmpty();
        await Client.GetAsync("/pets/2", Http.Cancelled);

        Mock.Requests.ShouldHaveSingleItem().Id.ShouldBe(new Guid("00000000-0000-8000-8000-000000000002"));
    }

    [Fact]
    public async Task Requests_to_the_admin_interface_are_left_out()
    {
        await Client.GetAsync("/__admin/health?x=1", Http.Cancelled);
        await Client.GetAsync("/__admin/nothing", Http.Cancelled);
        await Client.GetAsync("/pets/1?next=/__admin", Http.Cancelled);

        Mock.Requests.ShouldHaveSingleItem().Request.Target.ShouldBe("/pets/1?next=/__admin");
    }

    [Fact]
    public async Task A_refusal_by_the_web_server_is_an_entry()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(Mock.Url.Host, Mock.Url.Port, Http.Cancelled);
            await client.GetStream().WriteAsync("GET /pets/7 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"u8.ToArray(), Http.Cancelled);
            using var reader = new StreamReader(client.GetStream());
            (await reader.ReadLineAsync(Http.Cancelled)).ShouldStartWith("HTTP/1.1 400 ");
        }

        var entry = await Eventually(() => Mock.Requests.SingleOrDefault());
        entry.Response!.Status.ShouldBe(400);
        entry.WasMatched.ShouldBeFalse();
    }

    [Fact]
    public async Task A_response_that_the_client_did_not_wait_for_is_not_there()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(Mock.Url.Host, Mock.Url.Port, Http.Cancelled);
            await client.GetStream().WriteAsync(
                "GET /pets/7 HTTP/1.1\r\nHost: localhost\r\nPrefer: wait=30\r\n\r\n"u8.ToArray(), Http.Cancelled);
        }

        var entry = await Eventually(() => Mock.Requests.SingleOrDefault());
        entry.Response.ShouldBeNull();
        entry.Exchange.Origin.Kind.ShouldBe(ExchangeOriginKind.None);
        entry.ToString().ShouldBe("GET /pets/7 without a response");
    }

    [Theory]
    [InlineData("GET", "/pet/7", "GET /pets/{id} (path: expected /pets/{id}, found /pet/7)")]
    [InlineData("HEAD", "/pet/7", "GET /pets/{id} (path: expected /pets/{id}, found /pet/7)")]
    [InlineData("PUT", "/pets/7", "GET /pets/{id} (method: expected GET, found PUT)")]
    [InlineData(
        "PATCH", "/pet/7", "GET /pets/{id} (path: expected /pets/{id}, found /pet/7; method: expected GET, found PATCH)")]
    public async Task A_request_without_an_operation_has_the_nearest_operations(string method, string target, string expected)
    {
        await Client.Exchange(new HttpRequestMessage(new HttpMethod(method), target));

        var entry = Mock.Requests.ShouldHaveSingleItem();
        entry.WasMatched.ShouldBeFalse();
        entry.Operation.ShouldBeNull();
        entry.Nearest[0].ToString().ShouldBe(expected);
        entry.Nearest.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Secrets_are_redacted_unless_asked_for()
    {
        await Post("/login", """{"pin":"1234"}""");
        Encoding.UTF8.GetString(Mock.Requests[0].Request.Body.Span).ShouldBe("""{"pin":"(redacted)"}""");

        await StartAsync(10, secrets: true);
        await Post("/login", """{"pin":"1234"}""");
        Encoding.UTF8.GetString(Mock.Requests[0].Request.Body.Span).ShouldBe("""{"pin":"1234"}""");
    }
}
