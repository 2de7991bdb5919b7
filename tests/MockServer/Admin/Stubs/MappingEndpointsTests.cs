using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>Stubs over the admin interface, in Java WireMock's form.</summary>
public sealed class MappingEndpointsTests : IAsyncLifetime
{
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
    public async Task A_posted_stub_responds_and_is_returned_as_it_was_posted_with_its_id()
    {
        using var posted = await Post("/mappings", """
            {"request":{"method":"DELETE","urlPath":"/api/v3/instagram_accounts/7"},"response":{"status":503,"jsonBody":{"a":null}}}
            """);
        using var stubbed = await _client.Exchange(ShippedMock.Delete("7"));

        posted.StatusCode.ShouldBe(HttpStatusCode.Created);
        var stub = await posted.Json();
        stub["uuid"]!.GetValue<string>().ShouldBe(stub["id"]!.GetValue<string>());
        stub["response"].ShouldBeJson("""{"status":503,"jsonBody":{"a":null}}""");
        stubbed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await stubbed.Text()).ShouldBe("""{"a":null}""");
        (await Json("/mappings/" + stub["id"])).ShouldBeJson(stub.ToJsonString());
        (await Json("/mappings"))["meta"].ShouldBeJson("""{"total":1}""");
    }

    [Theory]
    [InlineData("""{"request":{"methd":"GET"},"response":{}}""", "/request/methd")]
    [InlineData("""{"request":{"url":"/a","urlPath":"/b"}}""", "/request")]
    [InlineData("""{"response":{"status":"200"}}""", "/response/status")]
    [InlineData("""{"response":{"body":"a","jsonBody":{}}}""", "/response")]
    [InlineData("""{"response":{"body":"{{nope 1}}","transformers":["response-template"]}}""", "/response/body")]
    [InlineData("""{"response":{"proxyBaseUrl":"http://{{request.host}}"}}""", "/response/proxyBaseUrl")]
    public async Task A_stub_with_a_fault_is_422_with_the_place_and_matches_nothing(string json, string pointer)
    {
        using var response = await Post("/mappings", json);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldStartWith(pointer);
        (await _client.Exchange(ShippedMock.Delete("7"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stub_set_up_in_code_is_listed_and_what_this_form_cannot_express_is_named_for_WireMock_Net()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/plain").UsingGet()).AtPriority(3).WithTitle("plain")
            .RespondWith(Response.Create().WithStatusCode(201).WithHeader("X-A", "b").WithBody("text"));
        _mock.WireMock.Given(Request.Create().WithPath("/a/*"))
            .RespondWith(Response.Create().WithBody("{{request.path}}").WithTransformer());

        var stubs = (await Json("/mappings"))["mappings"]!.AsArray();
        var plain = stubs.Single(stub => stub!["name"]?.GetValue<string>() == "plain")!;
        var other = stubs.Single(stub => stub!["name"] is null)!;

        plain["request"].ShouldBeJson("""{"method":"GET","urlPath":"/plain"}""");
        plain["response"].ShouldBeJson("""{"status":201,"body":"text","headers":{"X-A":"b"}}""");
        other["request"]!["customMatcher"]!["name"]!.GetValue<string>().ShouldBe("wiremock.net");
        other["request"]!["customMatcher"]!["parameters"]!["Path"]!["Matchers"]![0]!["Pattern"]!.GetValue<string>().ShouldBe("/a/*");
        other["response"]!["transformers"].ShouldBeJson("""["wiremock.net"]""");
        other["response"]!["transformerParameters"]!["UseTransformer"]!.GetValue<bool>().ShouldBeTrue();
        (await Json("/mappings/" + plain["id"])).ShouldBeJson(plain.ToJsonString());
        using var deleted = await _client.DeleteAsync("/__admin/mappings/" + plain["id"], Http.Cancelled);
        (await Json("/mappings"))["meta"].ShouldBeJson("""{"total":1}""");
    }

    [Fact]
    public async Task Of_stubs_of_one_priority_the_last_responds_and_a_deleted_one_no_longer_does()
    {
        await Post("/mappings", """{"request":{"url":"/x"},"response":{"body":"first"}}""");
        using var last = await Post("/mappings", """{"request":{"urlPattern":"/x.*"},"response":{"body":"last"}}""");
        (await _client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("last");

        using var deleted = await _client.DeleteAsync("/__admin/mappings/" + (await last.Json())["id"], Http.Cancelled);

        deleted.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("first");
    }

    [Fact]
    public async Task A_stub_is_replaced_in_its_place()
    {
        using var posted = await Post("/mappings", """{"request":{"url":"/x"},"response":{"body":"old"}}""");
        var body = Body("""{"request":{"url":"/x"},"response":{"body":"new"}}""");
        using var put = await _client.PutAsync("/__admin/mappings/" + (await posted.Json())["id"], body, Http.Cancelled);

        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("new");
        (await Json("/mappings"))["meta"].ShouldBeJson("""{"total":1}""");
    }

    [Fact]
    public async Task A_scenario_takes_its_steps_and_can_be_set_and_reset()
    {
        await Post("/mappings/import", """
            {"mappings":[
              {"scenarioName":"s","requiredScenarioState":"Started","newScenarioState":"B","request":{"url":"/s"},"response":{"body":"1"}},
              {"scenarioName":"s","requiredScenarioState":"B","request":{"url":"/s"},"response":{"body":"2"}}]}
            """);

        (await _client.GetStringAsync("/s", Http.Cancelled)).ShouldBe("1");
        (await _client.GetStringAsync("/s", Http.Cancelled)).ShouldBe("2");
        (await _client.GetStringAsync("/s", Http.Cancelled)).ShouldBe("2");
        var scenario = (await Json("/scenarios"))["scenarios"]!.AsArray().ShouldHaveSingleItem()!.AsObject();
        scenario["mappings"]!.AsArray().Select(stub => stub!["response"]!["body"]!.GetValue<string>())
            .ShouldBe(["1", "2"], ignoreOrder: true);
        scenario.Remove("mappings");
        scenario.ShouldBeJson("""{"id":"s","name":"s","state":"B","possibleStates":["Started","B"]}""");
        (await _client.PostAsync("/__admin/scenarios/reset", null, Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _client.GetStringAsync("/s", Http.Cancelled)).ShouldBe("1");
        (await _client.PutAsync("/__admin/scenarios/s/state", Body("""{"state":"C"}"""), Http.Cancelled)).StatusCode
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Stubs_are_found_and_removed_by_their_metadata()
    {
        await Post("/mappings", """{"metadata":{"team":"a"},"request":{"url":"/a"}}""");
        await Post("/mappings", """{"metadata":{"team":"b"},"request":{"url":"/b"}}""");
        const string Pattern = """{"matchesJsonPath":{"expression":"$.team","equalTo":"a"}}""";

        using var found = await Post("/mappings/find-by-metadata", Pattern);
        (await found.Json())["mappings"]!.AsArray().ShouldHaveSingleItem()!["request"]!["url"]!.GetValue<string>().ShouldBe("/a");
        await Post("/mappings/remove-by-metadata", Pattern);

        (await Json("/mappings"))["mappings"]!.AsArray().ShouldHaveSingleItem()!["request"]!["url"]!.GetValue<string>().ShouldBe("/b");
    }

    [Fact]
    public async Task A_request_is_listed_with_its_stub_and_removed_by_the_metadata_of_that()
    {
        await Post("/mappings", """{"metadata":{"team":"a"},"request":{"url":"/a"}}""");
        await _client.GetAsync("/a", Http.Cancelled);
        await _client.GetAsync("/b", Http.Cancelled);

        var events = (await Json("/requests"))["requests"]!.AsArray();
        using var removed = await Post("/requests/remove-by-metadata", """{"matchesJsonPath":{"expression":"$.team","equalTo":"a"}}""");

        events[1]!["stubMapping"]!["request"]!["url"]!.GetValue<string>().ShouldBe("/a");
        events[0]!["stubMapping"].ShouldBeNull();
        (await removed.Json())["serveEvents"]!.AsArray().ShouldHaveSingleItem()!["request"]!["url"]!.GetValue<string>().ShouldBe("/a");
        (await Json("/requests"))["requests"]!.AsArray().ShouldHaveSingleItem()!["request"]!["url"]!.GetValue<string>().ShouldBe("/b");
    }

    [Fact]
    public async Task A_stub_matches_the_address_of_the_client()
    {
        await Post("/mappings", """{"request":{"url":"/x","clientIp":{"equalTo":"127.0.0.1"}},"response":{"body":"here"}}""");

        (await _client.GetStringAsync("/x", Http.Cancelled)).ShouldBe("here");
    }

    [Fact]
    public async Task An_import_with_a_stub_that_is_refused_adds_none_of_its_stubs()
    {
        using var response = await Post("/mappings/import", """
            {"mappings":[{"request":{"url":"/a"}},{"request":{"url":"/b"},"response":{"proxyBaseUrl":"http://{{request.host}}"}}]}
            """);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Json("/mappings"))["meta"].ShouldBeJson("""{"total":0}""");
    }

    [Fact]
    public async Task Requests_are_counted_found_and_removed_by_a_pattern_of_their_secrets_too()
    {
        await _client.Exchange(ShippedMock.Delete("7"));
        await _client.Exchange(ShippedMock.Delete("8"));
        const string Pattern = """
            {"method":"DELETE","urlPath":"/api/v3/instagram_accounts/7","headers":{"Authentication":{"equalTo":"Bearer TOKEN"}}}
            """;

        using var counted = await Post("/requests/count", Pattern);
        using var found = await Post("/requests/find", Pattern);
        using var removed = await Post("/requests/remove", Pattern);

        (await counted.Json()).ShouldBeJson("""{"count":1,"requestJournalDisabled":false}""");
        (await found.Json())["requests"]!.AsArray().ShouldHaveSingleItem()!["headers"]!["Authentication"]!.GetValue<string>()
            .ShouldBe("Bearer (redacted)");
        (await removed.Json())["serveEvents"]!.AsArray().Count.ShouldBe(1);
        _mock.Requests.ShouldHaveSingleItem().Request.Target.ShouldBe("/api/v3/instagram_accounts/8");
    }

    [Fact]
    public async Task A_reset_removes_stubs_and_requests()
    {
        await Post("/mappings", """{"request":{"url":"/x"},"response":{"status":204}}""");
        await _client.GetAsync("/x", Http.Cancelled);

        await _client.PostAsync("/__admin/reset", null, Http.Cancelled);

        (await Json("/mappings"))["meta"].ShouldBeJson("""{"total":0}""");
        _mock.Requests.ShouldBeEmpty();
        (await _client.GetAsync("/x", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Under_strict_stubs_a_stub_that_the_document_contradicts_is_422_with_the_place()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, StrictStubs = true }, Http.Cancelled);
        using var client = mock.CreateClient();

        using var response = await client.PostAsync(
            "/__admin/mappings", Body("""{"request":{"method":"GET","url":"/api/v3/nowhere"}}"""), Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe("/request/url");
    }

    [Theory]
    [InlineData("""{"duplicatePolcy":"IGNORE"}""", "/importOptions/duplicatePolcy")]
    [InlineData("""{"duplicatePolicy":"ignore"}""", "/importOptions/duplicatePolicy")]
    [InlineData("""{"deleteAllNotInImport":"yes"}""", "/importOptions/deleteAllNotInImport")]
    public async Task Options_of_an_import_that_are_not_known_are_refused(string options, string pointer)
    {
        using var response = await Post("/mappings/import", $$"""{"mappings":[],"importOptions":{{options}}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Json())["errors"]![0]!["source"]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
    }

    private async Task<JsonNode> Json(string path)
    {
        using var response = await _client.GetAsync("/__admin" + path, Http.Cancelled);
        return await response.Json();
    }

    private Task<HttpResponseMessage> Post(string path, string json) => _client.PostAsync("/__admin" + path, Body(json), Http.Cancelled);

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}
