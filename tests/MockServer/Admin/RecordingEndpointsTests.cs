using System.Net;
using SocialContract.MockServer.Tests.Proxying;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>Recordings through the admin interface, as WireMock for Java has them.</summary>
public sealed class RecordingEndpointsTests
{
    [Fact]
    public async Task What_a_recording_forwards_becomes_stubs_that_respond_when_it_is_stopped()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var mock = await ProxyFixture.StartAsync(options => options);

        var before = await mock.Client.GetStringAsync("/__admin/recordings/status", Http.Cancelled);
        using var started = await Post(mock, "start", $$"""{"targetBaseUrl":"{{server.Url}}"}""");
        var during = await mock.Client.GetStringAsync("/__admin/recordings/status", Http.Cancelled);
        using var forwarded = await mock.Client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/pets/7?access_token=SECRETTOKEN").With("Origin", "http://page"));
        using var stopped = await Post(mock, "stop", "");
        var after = await mock.Client.GetStringAsync("/__admin/recordings/status", Http.Cancelled);
        using var replayed = await mock.Get("/pets/7");

        before.ShouldBe("{\"status\":\"NeverStarted\"}");
        during.ShouldBe("{\"status\":\"Recording\"}");
        after.ShouldBe("{\"status\":\"Stopped\"}");
        started.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await forwarded.Text()).ShouldBe("""{"name":"Tom"}""");
        (await stopped.Text()).ShouldNotContain("SECRET");
        var stub = (await stopped.Json())["mappings"]!.AsArray().ShouldHaveSingleItem()!;
        stub["request"].ShouldBeJson("""{"method":"GET","urlPath":"/pets/7"}""");
        stub["persistent"]!.GetValue<bool>().ShouldBeTrue();
        stub["response"]!["headers"]!.AsObject().ContainsKey("Access-Control-Allow-Origin").ShouldBeFalse();
        (await replayed.Text()).ShouldBe("""{"name":"Tom"}""");
        replayed.Header("X-Contract-Answer")!.ShouldStartWith("stub;");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_start_lets_the_recording_in_progress_go_on()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var other = await TargetServer.StartAsync("""{"name":"Rex"}""");
        await using var mock = await ProxyFixture.StartAsync(options => options);

        using var started = await Post(mock, "start", $$"""{"targetBaseUrl":"{{server.Url}}"}""");
        using var before = await mock.Get("/pets/7");
        using var again = await Post(mock, "start", $$"""{"targetBaseUrl":"{{other.Url}}"}""");
        using var after = await mock.Get("/pets/8");
        using var stopped = await Post(mock, "stop", "");

        again.StatusCode.ShouldBe(HttpStatusCode.OK);
        other.Requests.ShouldBeEmpty();
        (await stopped.Json())["mappings"]!.AsArray().Select(stub => stub!["request"]!["url"]!.GetValue<string>())
            .ShouldBe(["/pets/7", "/pets/8"]);
    }

    [Fact]
    public async Task A_snapshot_takes_the_responses_that_its_filter_matches()
    {
        await using var server = await TargetServer.StartAsync("""{"name":"Tom"}""");
        await using var mock = await ProxyFixture.StartAsync(server.Url);
        foreach (var path in new[] { "/pets/7", "/pets/8" })
        {
            using var response = await mock.Get(path);
        }

        using var snapshot = await Post(mock, "snapshot", """{"filters":{"urlPath":"/pets/8"},"persist":false,"outputFormat":"FULL"}""");

        (await snapshot.Json())["mappings"]!.AsArray().ShouldHaveSingleItem()!["request"]!["url"]!.GetValue<string>().ShouldBe("/pets/8");
    }

    [Theory]
    [InlineData("stop", "", 400, "Not currently recording.")]
    [InlineData("start", "{}", 422, "targetBaseUrl names the server")]
    [InlineData("start", """{"targetBaseUrl":"file:///etc/passwd"}""", 422, "an absolute URL of http or https is expected")]
    [InlineData("start", """{"targetBaseURL":"http://a"}""", 422, "did you mean `targetBaseUrl`?")]
    [InlineData("snapshot", """{"captureHeaders":{}}""", 422, "does not support this part of a recording")]
    [InlineData("snapshot", """{"filters":{"methd":"GET"}}""", 422, "/filters/methd")]
    [InlineData("snapshot", "[", 422, "a JSON object is expected")]
    public async Task A_request_that_cannot_be_done_is_refused_with_its_place(string action, string json, int status, string part)
    {
        await using var mock = await ProxyFixture.StartAsync(options => options);

        using var response = await Post(mock, action, json);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.Text()).ShouldContain(part);
    }

    [Fact]
    public async Task Other_machines_cannot_start_a_recording_unless_forwarding_was_asked_for()
    {
        await using var mock = await ProxyFixture.StartAsync(options => options with { Host = "0.0.0.0", AdminToken = "key" });
        mock.Client.DefaultRequestHeaders.Authorization = new("Bearer", "key");

        using var response = await Post(mock, "start", """{"targetBaseUrl":"http://127.0.0.1:1"}""");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Text()).ShouldContain("does not listen on loopback alone");
    }

    private static Task<HttpResponseMessage> Post(ProxyFixture mock, string action, string json) =>
        mock.Client.PostAsync($"/__admin/recordings/{action}", new StringContent(json), Http.Cancelled);
}
