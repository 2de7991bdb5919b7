using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>No page of another site can read or change what the mock has at /__admin, by whichever name it reaches the mock.</summary>
public sealed class AdminAccessTests(ShippedMock mock) : IClassFixture<ShippedMock>
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("localhost.:8080")]
    [InlineData("mock.localhost:8080")]
    [InlineData("127.0.0.1")]
    [InlineData("127.9.9.9:99")]
    [InlineData("[::1]:8080")]
    [InlineData("[0:0:0:0:0:0:0:1]")]
    [InlineData("[::ffff:127.0.0.1]:8080")]
    public async Task It_responds_by_the_names_of_this_machine_with_any_port(string host) =>
        (await Get(host)).ShouldStartWith("HTTP/1.1 200 ");

    [Fact]
    public async Task It_responds_by_the_name_that_this_machine_has_for_itself() =>
        (await Get($"{Dns.GetHostName()}:8080")).ShouldStartWith("HTTP/1.1 200 ");

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("notlocalhost")]
    [InlineData("203.0.113.7")]
    [InlineData("[2001:db8::7]:8080")]
    [InlineData("0.0.0.0:8080")]
    [InlineData("mock")]
    public async Task It_refuses_every_other_name_and_says_how_to_allow_it(string host)
    {
        var response = await Get(host);

        response.ShouldStartWith("HTTP/1.1 403 ");
        response.ShouldContain(" to MockOptions.AllowedHosts");
        response.ShouldNotContain("healthy");
    }

    [Theory]
    [InlineData("")]
    [InlineData("user@localhost")]
    [InlineData("localhost:80:80")]
    [InlineData("localhost:x")]
    [InlineData("localhost, evil.example")]
    public async Task It_refuses_what_is_not_a_name(string host) => (await Get(host)).ShouldMatch("^HTTP/1\\.1 40[03] ");

    [Theory]
    [InlineData("GET /__admin/health HTTP/1.1\r\n")]
    [InlineData("GET /__admin/health HTTP/1.0\r\n")]
    [InlineData("GET /__admin/health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n")]
    [InlineData("GET http://evil.example/__admin/health HTTP/1.1\r\nHost: localhost\r\n")]
    [InlineData("GET http://evil.example/__admin/health HTTP/1.1\r\nHost: evil.example\r\n")]
    [InlineData("GET http://localhost@evil.example/__admin/health HTTP/1.1\r\nHost: evil.example\r\n")]
    public async Task It_refuses_a_request_without_a_host_or_with_two(string request) =>
        (await Send(mock.Url, $"{request}Connection: close\r\n\r\n")).ShouldMatch("^HTTP/1\\.1 40[03] ");

    [Fact]
    public async Task It_responds_to_the_absolute_form_of_its_own_name() =>
        (await Send(mock.Url, "GET http://localhost:9/__admin/health HTTP/1.1\r\nHost: localhost:9\r\nConnection: close\r\n\r\n"))
            .ShouldStartWith("HTTP/1.1 200 ");

    [Fact]
    public async Task A_name_that_was_allowed_is_one_of_its_own_and_others_are_not()
    {
        await using var named = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, AllowedHosts = ["Mock.Example.", "10.1.2.3"] },
            Http.Cancelled);

        (await Send(named.Url, Request("mock.example:8080"))).ShouldStartWith("HTTP/1.1 200 ");
        (await Send(named.Url, Request("10.1.2.3"))).ShouldStartWith("HTTP/1.1 200 ");
        (await Send(named.Url, Request("other.example"))).ShouldStartWith("HTTP/1.1 403 ");
    }

    [Theory]
    [InlineData("Origin: https://evil.example")]
    [InlineData("Origin: null")]
    [InlineData("Origin: http://localhost:3000")]
    [InlineData("Origin: http://localhost:8080.evil.example")]
    [InlineData("Sec-Fetch-Site: cross-site")]
    [InlineData("Sec-Fetch-Site: same-site")]
    [InlineData("Sec-Fetch-Site: something")]
    public async Task A_page_of_another_origin_writes_nothing(string header)
    {
        var response = await Send(mock.Url, Request("localhost:8080", "POST", $"{header}\r\n"));

        response.ShouldStartWith("HTTP/1.1 403 ");
        response.ShouldContain("A page of another origin may not do this");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Origin: http://localhost:8080\r\n")]
    [InlineData("Origin: http://LOCALHOST:8080\r\nSec-Fetch-Site: same-origin\r\n")]
    [InlineData("Sec-Fetch-Site: none\r\n")]
    public async Task A_program_or_a_page_of_its_own_may_write(string headers) =>
        (await Send(mock.Url, Request("localhost:8080", "POST", headers))).ShouldStartWith("HTTP/1.1 405 ");

    [Theory]
    [InlineData("GET", "/__admin/health")]
    [InlineData("GET", "/__admin/openapi.yaml")]
    [InlineData("GET", "/__admin/nowhere")]
    [InlineData("POST", "/__admin/health")]
    [InlineData("OPTIONS", "/__admin/health")]
    [InlineData("OPTIONS", "/__admin")]
    public async Task No_page_of_another_origin_may_read_its_responses(string method, string target)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), target)
            .With("Origin", "http://localhost:3000")
            .With("Access-Control-Request-Method", "POST")
            .With("Access-Control-Request-Private-Network", "true");

        using var response = await mock.Client.Exchange(request);

        response.Headers.Where(header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "401")]
    [InlineData("Authorization: Bearer other\r\n", "401")]
    [InlineData("Authorization: Bearer TOKE\r\n", "401")]
    [InlineData("Authorization: Basic VE9LRU4=\r\n", "401")]
    [InlineData("Authorization: Bearer TOKEN\r\n", "200")]
    public async Task With_an_admin_token_every_request_but_health_needs_it(string header, string status)
    {
        await using var guarded = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, AdminToken = "TOKEN" }, Http.Cancelled);

        foreach (var (method, path) in new[] { ("GET", "/mappings"), ("GET", "/openapi.yaml"), ("POST", "/mappings/reset") })
        {
            var response = await Send(guarded.Url, Request("localhost", method, header).Replace("/health", path, StringComparison.Ordinal));
            response.ShouldStartWith($"HTTP/1.1 {status} ");
        }

        (await Send(guarded.Url, Request("localhost"))).ShouldStartWith("HTTP/1.1 200 ");
    }

    [Fact]
    public async Task Where_other_machines_reach_it_writes_need_a_token_and_the_refusal_names_the_option()
    {
        await using var open = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, Host = "0.0.0.0" }, Http.Cancelled);
        await using var guarded = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, Host = "0.0.0.0", AdminToken = "TOKEN" }, Http.Cancelled);
        var write = Request("localhost", "POST").Replace("/health", "/mappings/reset", StringComparison.Ordinal);
        var signed = write.Replace("Connection", "Authorization: Bearer TOKEN\r\nConnection", StringComparison.Ordinal);

        var refused = await Send(Local(open.Url), write);

        refused.ShouldStartWith("HTTP/1.1 403 ");
        refused.ShouldContain("start it with MockOptions.AdminToken.");
        (await Send(Local(open.Url), Request("localhost"))).ShouldStartWith("HTTP/1.1 200 ");
        (await Send(Local(guarded.Url), signed)).ShouldStartWith("HTTP/1.1 200 ");

        static Uri Local(Uri url) => new UriBuilder(url) { Host = "127.0.0.1" }.Uri;
    }

    [Theory]
    [InlineData("Origin: https://evil.example\r\n", "localhost")]
    [InlineData("Sec-Fetch-Site: cross-site\r\n", "localhost")]
    [InlineData("", "evil.example")]
    public async Task Stubs_settings_files_and_the_end_of_the_mock_are_closed_to_pages_of_other_sites_though_CORS_is_open(
        string headers, string host)
    {
        string[] writes = ["/mappings", "/mappings/save", "/mappings/import", "/settings", "/reset", "/shutdown", "/requests/reset"];
        foreach (var path in writes)
        {
            var request = Request(host, "POST", headers).Replace("/health", path, StringComparison.Ordinal);
            (await Send(mock.Url, request)).ShouldStartWith("HTTP/1.1 403 ");
        }
    }

    [Fact]
    public async Task The_API_responds_by_every_name()
    {
        var response = await Send(
            mock.Url,
            "DELETE /api/v3/instagram_accounts/7 HTTP/1.1\r\nHost: api.example\r\nAuthentication: Bearer T\r\nConnection: close\r\n\r\n");

        response.ShouldStartWith("HTTP/1.1 200 ");
    }

    private Task<string> Get(string host) => Send(mock.Url, Request(host));

    private static string Request(string host, string method = "GET", string headers = "") =>
        $"{method} /__admin/health HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n";

    private static async Task<string> Send(Uri url, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(url.Host, url.Port, Http.Cancelled);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), Http.Cancelled);
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        return await reader.ReadToEndAsync(Http.Cancelled);
    }
}
