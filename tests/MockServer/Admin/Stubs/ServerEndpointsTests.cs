using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>Near misses, settings, files, saving, version and shutdown over the admin interface, in Java WireMock's form.</summary>
public sealed class ServerEndpointsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private MockHost _mock = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _mock = await StartAsync();
        _client = _mock.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mock.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_template_fills_in_body_headers_and_file()
    {
        Write("__files/t.json", """{"id":"{{request.pathSegments.[1]}}"}""");
        await Send("POST", "/mappings", """
            {"request":{"urlPathTemplate":"/things/{id}"},"response":{"headers":{"X-Id":"{{request.path.id}}"},"bodyFileName":"t.json",
             "transformers":["response-template"]}}
            """);

        using var response = await _client.GetAsync("/things/7", Http.Cancelled);

        (await response.Text()).ShouldBe("""{"id":"7"}""");
        response.Header("X-Id").ShouldBe("7");
    }

    [Fact]
    public async Task A_body_file_that_is_not_a_template_is_refused_when_the_stub_arrives()
    {
        Write("__files/t.txt", "{{#if x}}");

        using var response = await Send(
            "POST", "/mappings", """{"response":{"bodyFileName":"t.txt","transformers":["response-template"]}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe("/response/bodyFileName");
    }

    [Fact]
    public async Task A_request_that_nothing_matched_has_the_nearest_stubs_with_each_difference_and_without_secrets()
    {
        await Send("POST", "/mappings", """
            {"name":"near","request":{"method":"GET","urlPath":"/nowhere","headers":{"Authentication":{"equalTo":"other"}}}}
            """);
        await Send("POST", "/mappings", """{"name":"far","request":{"method":"PUT","urlPath":"/something/else"}}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere").With("Authentication", "Bearer SECRET");
        await _client.Exchange(request);

        var misses = (await Json("/requests/unmatched/near-misses"))["nearMisses"]!.AsArray();
        var nearest = _mock.Requests.ShouldHaveSingleItem().NearestStubs;

        misses.Count.ShouldBe(2);
        misses[0]!["stubMapping"]!["name"]!.GetValue<string>().ShouldBe("near");
        misses[0]!["matchResult"]!["distance"]!.GetValue<double>().ShouldBeInRange(0.001, 0.5);
        misses[0]!["matchResult"]!["subEvents"]!.AsArray().ShouldHaveSingleItem()!["data"]!["errorMessage"]!.GetValue<string>()
            .ShouldStartWith("headers.Authentication: expected equalTo other, found Bearer (redacted)");
        nearest[0].ToString().ShouldStartWith("near (headers.Authentication: expected");
        nearest[1].Differences.Select(difference => difference.Part).ShouldBe(["urlPath", "method"]);
        (await Json("/requests"))["requests"]![0]!["subEvents"]![0]!["data"]!["nearestStubs"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Near_misses_of_a_request_are_stubs_and_those_of_a_pattern_are_requests()
    {
        await Send("POST", "/mappings", """{"name":"s","request":{"method":"GET","urlPath":"/a"}}""");
        await _client.GetAsync("/b", Http.Cancelled);

        using var ofRequest = await Send("POST", "/near-misses/request", """{"url":"/ab","method":"GET"}""");
        using var ofPattern = await Send("POST", "/near-misses/request-pattern", """{"method":"POST","urlPath":"/b"}""");
        using var refused = await Send("POST", "/near-misses/request-pattern", """{"methd":"POST"}""");

        (await ofRequest.Json())["nearMisses"]![0]!["stubMapping"]!["name"]!.GetValue<string>().ShouldBe("s");
        var miss = (await ofPattern.Json())["nearMisses"]!.AsArray().ShouldHaveSingleItem()!;
        miss["request"]!["url"]!.GetValue<string>().ShouldBe("/b");
        miss["requestPattern"].ShouldBeJson("""{"method":"POST","urlPath":"/b"}""");
        miss["matchResult"]!["subEvents"]![0]!["data"]!["errorMessage"]!.GetValue<string>()
            .ShouldBe("method: expected POST, found GET");
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_delay_in_the_settings_holds_for_stubs_and_the_contract_but_not_for_the_admin_interface_until_a_reset()
    {
        await Send("POST", "/mappings", """{"request":{"url":"/x"},"response":{"fixedDelayMilliseconds":1}}""");

        using var set = await Send("POST", "/settings", """{"fixedDelay":30,"delayDistribution":{"type":"fixed","milliseconds":10}}""");
        await _client.GetAsync("/x", Http.Cancelled);
        await _client.Exchange(ShippedMock.Delete());

        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json("/settings")).ShouldBeJson("""
            {"settings":{"fixedDelay":30,"delayDistribution":{"type":"fixed","milliseconds":10},"proxyPassThrough":true}}
            """);
        _mock.Requests.Select(entry => entry.Exchange.Delay.TotalMilliseconds).ShouldBe([11, 40]);
        await Send("POST", "/reset", "");
        (await Json("/settings")).ShouldBeJson("""{"settings":{"proxyPassThrough":true}}""");
        await _client.Exchange(ShippedMock.Delete());
        _mock.Requests.ShouldHaveSingleItem().Exchange.Delay.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"fixedDelai":1}""", "/fixedDelai")]
    [InlineData("""{"extended":{"x":1}}""", "/extended")]
    [InlineData("""{"proxyPassThrough":false}""", "/proxyPassThrough")]
    [InlineData("""{"delayDistribution":{"type":"normal"}}""", "/delayDistribution/type")]
    public async Task A_setting_that_is_not_known_is_refused_with_its_place(string json, string pointer)
    {
        using var response = await Send("PUT", "/settings", json);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
    }

    [Fact]
    public async Task A_body_file_is_written_listed_read_and_deleted()
    {
        using var written = await Send("PUT", "/files/sub/a.txt", "text");

        written.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json("/files")).ShouldBeJson("""["sub/a.txt"]""");
        (await _client.GetStringAsync("/__admin/files/sub/a.txt", Http.Cancelled)).ShouldBe("text");
        using var deleted = await Send("DELETE", "/files/sub/a.txt", "");
        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json("/files")).ShouldBeJson("[]");
    }

    [Theory]
    [InlineData("PUT", "..%2Fevil.txt")]
    [InlineData("PUT", "%2Ftmp%2Fevil.txt")]
    [InlineData("PUT", "link%2Fevil.txt")]
    [InlineData("GET", "..%2Fsecret.txt")]
    [InlineData("GET", "link%2Fsecret.txt")]
    [InlineData("DELETE", "..%2Fsecret.txt")]
    public async Task A_file_outside_the_folder_is_neither_read_nor_written_nor_deleted(string method, string name)
    {
        Write("secret.txt", "kept");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "__files"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "__files", "link"), _folder.FullName);

        using var response = await Send(method, "/files/" + name, method == "PUT" ? "x" : "");

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound);
        (await response.Text()).ShouldNotContain("kept");
        File.ReadAllText(Path.Combine(_folder.FullName, "secret.txt")).ShouldBe("kept");
        File.Exists(Path.Combine(_folder.FullName, "evil.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Saved_stubs_come_back_after_a_reset_and_a_restart()
    {
        await Send("POST", "/mappings", """{"request":{"url":"/x"},"response":{"body":"saved"}}""");

        using var saved = await Send("POST", "/mappings/save", "");
        await Send("POST", "/mappings", """{"request":{"url":"/y"},"response":{"body":"not saved"}}""");
        await Send("POST", "/mappings/save", "");
        await Send("POST", "/mappings/reset", "");

        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("saved");
        Directory.GetFiles(Path.Combine(_folder.FullName, "mappings")).Length.ShouldBe(2);
        await using var again = await StartAsync();
        using var client = again.CreateClient();
        (await client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("saved");
    }

    [Fact]
    public async Task A_persistent_stub_is_saved_at_once_and_its_file_goes_with_it()
    {
        Write("mappings/own.json", """{"request":{"url":"/own"},"response":{"body":"own"}}""");
        await using var mock = await StartAsync();
        using var client = mock.CreateClient();
        const string Stub = """{"persistent":true,"request":{"url":"/x"},"response":{"body":"saved"}}""";

        await client.PostAsync("/__admin/mappings", new StringContent(Stub), Http.Cancelled);
        await client.PostAsync("/__admin/reset", null, Http.Cancelled);
        (await client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("saved");
        await client.DeleteAsync("/__admin/mappings", Http.Cancelled);

        (await client.GetAsync("/x", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/own", Http.Cancelled)).ShouldBe("own");
        Directory.GetFiles(Path.Combine(_folder.FullName, "mappings")).ShouldHaveSingleItem().ShouldEndWith("own.json");
    }

    [Fact]
    public async Task A_new_stub_never_takes_the_id_of_a_saved_one()
    {
        await Send("POST", "/mappings", """{"request":{"url":"/1"}}""");
        await Send("POST", "/mappings", """{"request":{"url":"/saved"},"response":{"body":"saved"}}""");
        await Send("DELETE", "/mappings/" + (await Json("/mappings"))["mappings"]![1]!["id"], "");
        await Send("POST", "/mappings/save", "");

        await using var again = await StartAsync();
        using var client = again.CreateClient();
        await client.PostAsync("/__admin/mappings", new StringContent("""{"request":{"url":"/new"}}"""), Http.Cancelled);

        (await client.GetStringAsync("/saved", Http.Cancelled)).ShouldBe("saved");
    }

    [Fact]
    public async Task Without_a_stub_folder_saving_and_files_are_refused_with_the_option()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false }, Http.Cancelled);
        using var client = mock.CreateClient();

        using var saved = await client.PostAsync("/__admin/mappings/save", null, Http.Cancelled);
        using var read = await client.GetAsync("/__admin/files/a", Http.Cancelled);

        (await saved.Text()).ShouldContain("give it one with MockOptions.MappingsFolder.");
        (await read.Text()).ShouldContain("give it one with MockOptions.MappingsFolder.");
        (await client.GetStringAsync("/__admin/files", Http.Cancelled)).ShouldContain("openapi.yaml");
    }

    [Fact]
    public async Task Stubs_that_no_request_matched_are_listed_and_removed()
    {
        await Send("POST", "/mappings", """{"name":"used","request":{"url":"/x"}}""");
        await Send("POST", "/mappings", """{"name":"unused","request":{"url":"/y"}}""");
        await _client.GetAsync("/x", Http.Cancelled);

        var unmatched = (await Json("/mappings/unmatched"))["mappings"]!.AsArray();
        await Send("DELETE", "/mappings/unmatched", "");

        unmatched.ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("unused");
        (await Json("/mappings"))["mappings"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("used");
    }

    [Fact]
    public async Task A_shutdown_is_confirmed_and_then_the_mock_listens_no_more()
    {
        (await Json("/version")).ShouldBeJson("""{"version":"3.13.2"}""");

        using var response = await Send("POST", "/shutdown", "");
        await _mock.ShutdownRequested.WaitAsync(Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var client = _mock.CreateClient();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/__admin/health", Http.Cancelled));
    }

    private Task<MockHost> StartAsync() => MockHost.StartAsync(
        new MockOptions { Document = ShippedMock.Document, Reload = false, MappingsFolder = _folder.FullName }, Http.Cancelled);

    private async Task<JsonNode> Json(string path)
    {
        using var response = await _client.GetAsync("/__admin" + path, Http.Cancelled);
        return await response.Json();
    }

    private Task<HttpResponseMessage> Send(string method, string path, string body) => _client.Exchange(
        new HttpRequestMessage(new HttpMethod(method), "/__admin" + path)
        {
            Content = body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        });

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
