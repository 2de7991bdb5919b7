using System.Net;
using System.Text;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>The stubs with what the document contradicts, and what responses of such stubs say.</summary>
public sealed class FindingEndpointsTests : IAsyncLifetime
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private const string Message = "The document has /api/v3/instagram_accounts/7 with DELETE, not with PUT.";

    private MockHost _mock = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _mock = await MockHost.StartAsync(new MockOptions { Document = ShippedMock.Document, Reload = false }, Http.Cancelled);
        _client = _mock.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mock.DisposeAsync();
    }

    [Fact]
    public async Task Each_stub_is_listed_with_its_findings()
    {
        await Post($$$"""
            {"id":"{{{Id}}}","name":"a","request":{"method":"PUT","urlPath":"/api/v3/instagram_accounts/7"},"response":{"status":200}}
            """);

        (await List("")).ShouldBe($$$"""
            {"stubs":[{"id":"{{{Id}}}","name":"a","findings":[{"pointer":"/request/method","message":"{{{Message}}}"}]}],"total":1}
            """.Trim());
    }

    [Fact]
    public async Task A_mock_without_stubs_lists_none() => (await List("")).ShouldBe("""{"stubs":[],"total":0}""");

    [Fact]
    public async Task A_part_of_the_list_can_be_asked_for()
    {
        await Post($$$"""{"id":"{{{Id}}}","request":{"urlPath":"/a"}}""");

        (await List("?offset=1")).ShouldBe("""{"stubs":[],"total":1}""");
    }

    [Theory]
    [InlineData("GET", "/api/v3/nowhere", "path")]
    [InlineData("PUT", "/api/v3/instagram_accounts/7", "method")]
    public async Task A_stubs_response_says_what_the_document_does_not_have(string method, string path, string part)
    {
        await Post($$$"""{"name":"a","request":{"method":"{{{method}}}","urlPath":"{{{path}}}"},"response":{"status":200}}""");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await _client.SendAsync(request, Http.Cancelled);

        response.Headers.GetValues("X-Contract-Answer").ShouldBe([$"stub;name=\"a\";undocumented={part}"]);
    }

    [Fact]
    public async Task Under_strict_stubs_a_stub_that_no_valid_request_meets_is_422_with_the_place()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, StrictStubs = true }, Http.Cancelled);
        using var client = mock.CreateClient();
        using var body = Json("""
            {"request":{"method":"DELETE","urlPath":"/api/v3/instagram_accounts/first"},
             "response":{"jsonBody":{"success":true,"instagram_account_id":7}}}
            """);

        using var response = await client.PostAsync("/__admin/mappings", body, Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe("/request/urlPath");
    }

    private async Task<string> List(string query) => await _client.GetStringAsync("/__admin/contract/stubs" + query, Http.Cancelled);

    private async Task Post(string stub)
    {
        using var body = Json(stub);
        using var response = await _client.PostAsync("/__admin/mappings", body, Http.Cancelled);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
