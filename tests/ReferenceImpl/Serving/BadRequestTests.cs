using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SocialContract.ReferenceImpl.Tests.Support;

namespace SocialContract.ReferenceImpl.Tests.Serving;

/// <summary>Invalid requests get a client error, and the server continues.</summary>
public sealed class BadRequestTests
{
    private const string Path = "/api/v3/instagram_accounts";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer unknown")]
    [InlineData("Bearer USER-TOKEN")]
    [InlineData("user-token")]
    [InlineData("Basic user-token")]
    [InlineData("Bearer user-token user-token")]
    public async Task A_missing_or_unknown_token_gets_401_without_effect(string? credentials)
    {
        await using var server = await TestServer.StartAsync();
        await server.User.SetUp("an Instagram account exists", new { id = 1, owner = "user" });
        using var message = new HttpRequestMessage(HttpMethod.Delete, new Uri($"{Path}/1", UriKind.Relative));
        if (credentials is not null)
        {
            message.Headers.TryAddWithoutValidation("Authentication", credentials).ShouldBeTrue();
        }

        using var response = await server.ClientOf(token: null).SendAsync(message, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await server.User.DeleteInstagramAccount(1)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_header_is_Authentication_and_not_Authorization()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.ClientOf(token: null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "user-token");

        (await client.DeleteInstagramAccount(1)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("not json")]
    [InlineData("""{"facebook_account": {"fb_token": "T", "fb_uid": "1", "location": templateBranding}}""")]
    [InlineData("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"},}""")]
    [InlineData("""{"facebook_account": {"fb_token": "\ud800", "fb_uid": "1"}}""")]
    [InlineData("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}} {}""")]
    public async Task Malformed_JSON_gets_400_with_its_place(string body)
    {
        await using var server = await TestServer.StartAsync();

        var (status, problem) = await Post(server, Encoding.UTF8.GetBytes(body), "application/json");

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem!["detail"]!.GetValue<string>().ShouldContain("line 1");
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_get_400()
    {
        await using var server = await TestServer.StartAsync();
        byte[] body = [.. """{"facebook_account": {"fb_token": " """u8, 0xff, .. """ ", "fb_uid": "1"}}"""u8];

        (await Post(server, body, "application/json")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task JSON_nested_deeper_than_64_levels_gets_400()
    {
        await using var server = await TestServer.StartAsync();
        var nested = new string('[', 10_000) + new string(']', 10_000);
        var body = $$"""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}, "x": {{nested}}}""";

        (await Post(server, Encoding.UTF8.GetBytes(body), "application/json")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/plain")]
    public async Task A_media_type_that_the_document_does_not_have_gets_415(string contentType)
    {
        await using var server = await TestServer.StartAsync();

        (await Post(server, "<a/>"u8.ToArray(), contentType)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task A_missing_body_gets_422()
    {
        await using var server = await TestServer.StartAsync();

        using var response = await server.User.PostAsync(new Uri(Path, UriKind.Relative), null, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_gets_413_and_one_at_the_limit_does_not(bool chunked)
    {
        await using var server = await TestServer.StartAsync(options => options with { MaxBodyBytes = 10_000 });

        (await Post(server, Padded(10_000), "application/json", chunked)).Status.ShouldBe(HttpStatusCode.OK);
        (await Post(server, Padded(10_001), "application/json", chunked)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Post(server, Padded(5_000_000), "application/json", chunked)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/api/v3/instagram_account", 404)]
    [InlineData("POST", "/API/V3/INSTAGRAM_ACCOUNTS", 404)]
    [InlineData("DELETE", "/api/v3/instagram_accounts/1/2", 404)]
    [InlineData("GET", "/api/v3/instagram_accounts", 405)]
    [InlineData("PATCH", "/api/v3/instagram_accounts/1", 405)]
    public async Task An_unknown_path_gets_404_and_an_unknown_method_405(string method, string path, int status)
    {
        await using var server = await TestServer.StartAsync();
        using var message = new HttpRequestMessage(HttpMethod.Parse(method), new Uri(path, UriKind.Relative));

        using var response = await server.User.SendAsync(message, TestContext.Current.CancellationToken);

        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Unknown_keys_are_accepted_and_the_last_of_equal_keys_is_used()
    {
        await using var server = await TestServer.StartAsync();
        var body = """
            {"facebook_account": {"fb_token": 1, "fb_token": "T", "fb_uid": "1", "rb_uid": 7}, "unknown": null,
             "ig_accounts": [{"id": "A", "username": "first", "username": "last", "profile_picture_url": "", "fb_token": "", "more": []}]}
            """u8.ToArray();

        var (status, answer) = await Post(server, body, "application/json");

        status.ShouldBe(HttpStatusCode.OK);
        answer!["ig_accounts"]![0]!["ig_user_name"]!.GetValue<string>().ShouldBe("last");
    }

    [Fact]
    public async Task No_refusal_contains_a_secret()
    {
        await using var server = await TestServer.StartAsync();
        var body = """{"facebook_account": {"fb_token": {"secret": "hunter2"}, "fb_uid": "1"}}"""u8.ToArray();

        var (_, answer) = await Post(server, body, "application/json");

        answer!.ToJsonString().ShouldNotContain("hunter2");
    }

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> Post(
        TestServer server, byte[] body, string contentType, bool chunked = false)
    {
        using var message = new HttpRequestMessage(
            HttpMethod.Post, new Uri(Path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        message.Headers.TransferEncodingChunked = chunked;
        using var response = await server.User.SendAsync(message, TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>A valid request of that many bytes.</summary>
    private static byte[] Padded(int bytes)
    {
        const string Start = """{"facebook_account": {"fb_token": "T", "fb_uid": "1"}, "padding": " """;
        return Encoding.UTF8.GetBytes($$"""{{Start}}{{new string('x', bytes - Start.Length - 2)}}"}""");
    }
}
