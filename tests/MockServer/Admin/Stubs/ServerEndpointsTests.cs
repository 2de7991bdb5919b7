using System.Net;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>Settings, files, saving, version and shutdown over the admin interface, in Java WireMock's form.</summary>
public sealed class ServerEndpointsTests : MockWithFolder
{
    [Fact]
    public async Task A_delay_in_the_settings_holds_for_stubs_and_the_contract_but_not_for_the_admin_interface_until_a_reset()
    {
        await Send("POST", "/mappings", """{"request":{"url":"/x"},"response":{"fixedDelayMilliseconds":1}}""");

        using var set = await Send("POST", "/settings", """{"fixedDelay":30,"delayDistribution":{"type":"fixed","milliseconds":10}}""");
        await Client.GetAsync("/x", Http.Cancelled);
        await Client.Exchange(ShippedMock.Delete());

        set.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Json("/settings")).ShouldBeJson("""
            {"settings":{"fixedDelay":30,"delayDistribution":{"type":"fixed","milliseconds":10},"proxyPassThrough":true}}
            """);
        Mock.Requests.Select(entry => entry.Exchange.Delay.TotalMilliseconds).ShouldBe([11, 40]);
        await Send("POST", "/reset", "");
        (await Json("/settings")).ShouldBeJson("""{"settings":{"proxyPassThrough":true}}""");
        await Client.Exchange(ShippedMock.Delete());
        Mock.Requests.ShouldHaveSingleItem().Exchange.Delay.ShouldBe(TimeSpan.Zero);
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
        (await Client.GetStringAsync("/__admin/files/sub/a.txt", Http.Cancelled)).ShouldBe("text");
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
    public async Task A_file_outside_theFolder_is_neither_read_nor_written_nor_deleted(string method, string name)
    {
        Write("secret.txt", "kept");
        Directory.CreateDirectory(Path.Combine(Folder.FullName, "__files"));
        Directory.CreateSymbolicLink(Path.Combine(Folder.FullName, "__files", "link"), Folder.FullName);

        using var response = await Send(method, "/files/" + name, method == "PUT" ? "x" : "");

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.NotFound);
        (await response.Text()).ShouldNotContain("kept");
        File.ReadAllText(Path.Combine(Folder.FullName, "secret.txt")).ShouldBe("kept");
        File.Exists(Path.Combine(Folder.FullName, "evil.txt")).ShouldBeFalse();
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
        (await Client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("saved");
        Directory.GetFiles(Path.Combine(Folder.FullName, "mappings")).Length.ShouldBe(2);
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
        Directory.GetFiles(Path.Combine(Folder.FullName, "mappings")).ShouldHaveSingleItem().ShouldEndWith("own.json");
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
    public async Task Without_a_stubFolder_saving_and_files_are_refused_with_the_option()
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
        await Client.GetAsync("/x", Http.Cancelled);

        var unmatched = (await Json("/mappings/unmatched"))["mappings"]!.AsArray();
        await Send("DELETE", "/mappings/unmatched", "");

        unmatched.ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("unused");
        (await Json("/mappings"))["mappings"]!.AsArray().ShouldHaveSingleItem()!["name"]!.GetValue<string>().ShouldBe("used");
    }

    [Fact]
    public async Task A_shutdown_is_confirmed_and_then_theMock_listens_no_more()
    {
        (await Json("/version")).ShouldBeJson("""{"version":"3.13.2"}""");

        using var response = await Send("POST", "/shutdown", "");
        await Mock.ShutdownRequested.WaitAsync(Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var client = Mock.CreateClient();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/__admin/health", Http.Cancelled));
    }
}
