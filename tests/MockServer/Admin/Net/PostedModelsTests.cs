using System.Net;
using System.Text;

namespace SocialContract.MockServer.Tests.Admin.Net;

/// <summary>Stubs in WireMock.Net's form at the admin interface that Java WireMock's clients use.</summary>
public sealed class PostedModelsTests : IAsyncLifetime
{
    private const string Stub = """
        {"Guid":"11111111-1111-1111-1111-111111111111","Title":"net","Priority":1,
         "Request":{"Path":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"/a/*"}]},"Methods":["GET"],
                    "Params":[{"Name":"q","Matchers":[{"Name":"ExactMatcher","Pattern":"1"}]}]},
         "Response":{"StatusCode":201,"BodyAsJson":{"at":"2026-01-31T12:00:00Z"},"Headers":{"X-A":"b"},"Delay":1}}
        """;

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
    public async Task A_stub_in_the_form_of_WireMock_Net_responds_where_it_matches_and_is_returned_as_it_was_posted()
    {
        using var posted = await Post("/mappings", Stub);
        using var stubbed = await _client.GetAsync("/a/b?q=1", Http.Cancelled);
        using var other = await _client.GetAsync("/a/b?q=2", Http.Cancelled);

        posted.StatusCode.ShouldBe(HttpStatusCode.Created, await posted.Text());
        (await posted.Json()).ShouldBeJson(Stub);
        stubbed.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await stubbed.Text()).ShouldBe("""{"at":"2026-01-31T12:00:00Z"}""");
        stubbed.Header("X-A").ShouldBe("b");
        stubbed.Header("X-Contract-Answer").ShouldBe("stub;name=\"net\";undocumented=path");
        other.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var read = await _client.GetAsync("/__admin/mappings/11111111-1111-1111-1111-111111111111", Http.Cancelled);
        (await read.Json()).ShouldBeJson(Stub);
    }

    [Theory]
    [InlineData("""{"Request":{"Pth":"/a"},"Response":{}}""", "/Request/Pth", "did you mean `Path`?")]
    [InlineData("""{"Request":{"Path":{"Matcher":[]}}}""", "/Request/Path/Matcher", "did you mean `Matchers`?")]
    [InlineData(
        """{"Request":{"Path":{"Matchers":[{"Name":"WildcardMatchr","Pattern":"/a"}]}}}""",
        "/Request/Path/Matchers/0/Name",
        "WildcardMatcher")]
    [InlineData(
        """{"Request":{"Body":{"Matcher":{"Name":"CSharpCodeMatcher","Pattern":"x"}}}}""",
        "/Request/Body/Matcher/Name",
        "runs code")]
    [InlineData("""{"Request":{"Body":{"Matcher":{"Name":"LinqMatcher","Pattern":"x"}}}}""", "/Request/Body/Matcher/Name", "runs code")]
    [InlineData("""{"Request":{"Methods":"GET"}}""", "/Request/Methods", "an array")]
    [InlineData("""{"Title":"all"}""", "", "`Request` is expected")]
    [InlineData("""{"Guid":"7","Request":{"Path":"/a"}}""", "/Guid", "is not a UUID")]
    [InlineData("""{"Request":{"Path":"/a"},"response":{}}""", "/response", "did you mean `Response`?")]
    [InlineData("""{"Request":{"Path":"/a"},"Response":{"Headers":{"A":1}}}""", "/Response/Headers/A", "a text")]
    [InlineData("""{"Request":{"Path":"/a"},"Webhook":{}}""", "/Webhook", "webhooks")]
    [InlineData("""{"Request":{"Path":"/a"},"Response":{"Fault":{"Type":"EMPTY_RESPONSE"}}}""", "/Response/Fault", "Java WireMock's form")]
    [InlineData("""{"Request":{"Path":"/a"},"Response":{"ProxyUrl":"nowhere"}}""", "/Response/ProxyUrl", "absolute URL")]
    [InlineData(
        """{"Request":{"Path":"/a"},"Response":{"UseTransformer":true,"Body":"{{File \"/etc/passwd\"}}"}}""",
        "/Response/Body",
        "`File`")]
    [InlineData(
        """{"Request":{"Path":"/a"},"Response":{"UseTransformer":true,"BodyAsJson":{"a":["{{Upper (Environment.Get \"A\")}}"]}}}""",
        "/Response/BodyAsJson/a/0",
        "not allowed")]
    [InlineData(
        """{"Request":{"Path":"/a"},"Response":{"UseTransformer":true,"TransformerType":"Scriban","Body":"x"}}""",
        "/Response/TransformerType",
        "Handlebars")]
    [InlineData("""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"("}]}}}""", "/Request", "cannot convert")]
    public async Task A_fault_of_such_a_stub_is_422_with_its_place_and_the_stub_matches_nothing(string json, string pointer, string detail)
    {
        using var response = await Post("/mappings", json);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var error = (await response.Json())["errors"]![0]!;
        error["source"]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
        error["detail"]!.GetValue<string>().ShouldContain(detail);
        (await _client.GetAsync("/a", Http.Cancelled)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_template_of_such_a_stub_is_filled_in()
    {
        await Post("/mappings", """
            {"Request":{"Path":"/t"},
             "Response":{"UseTransformer":true,
                         "Body":"{{request.query.q}} {{#if request.query.z}}z{{else}}no{{/if}} {{String.Uppercase 'a'}}"}}
            """);

        (await _client.GetStringAsync("/t?q=1", Http.Cancelled)).ShouldBe("1 no A");
    }

    [Fact]
    public async Task An_import_takes_stubs_of_both_forms()
    {
        using var imported = await Post("/mappings/import", """
            {"mappings":[{"request":{"url":"/java"},"response":{"body":"java"}},{"Request":{"Path":"/net"},"Response":{"Body":"net"}}]}
            """);

        imported.StatusCode.ShouldBe(HttpStatusCode.OK, await imported.Text());
        (await _client.GetStringAsync("/java", Http.Cancelled)).ShouldBe("java");
        (await _client.GetStringAsync("/net", Http.Cancelled)).ShouldBe("net");
    }

    [Fact]
    public async Task Under_strict_stubs_such_a_stub_that_the_document_contradicts_is_refused_and_the_one_that_it_replaces_stays()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, StrictStubs = true }, Http.Cancelled);
        using var client = mock.CreateClient();
        const string path = "/__admin/mappings/11111111-1111-1111-1111-111111111111";
        const string request = "\"Request\":{\"Path\":\"/api/v3/instagram_accounts/7\",\"Methods\":[\"DELETE\"]},";
        using var posted = await client.PostAsync(
            "/__admin/mappings",
            Body("{\"Guid\":\"11111111-1111-1111-1111-111111111111\"," + request
                + "\"Response\":{\"Headers\":{\"Content-Type\":\"application/json\"},"
                + "\"BodyAsJson\":{\"success\":true,\"instagram_account_id\":7}}}"),
            Http.Cancelled);

        using var put = await client.PutAsync(path, Body("{" + request + "\"Response\":{\"StatusCode\":418}}"), Http.Cancelled);

        posted.StatusCode.ShouldBe(HttpStatusCode.Created, await posted.Text());
        put.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await put.Text()).ShouldContain("\"/Response/StatusCode\"");
        (await client.Exchange(ShippedMock.Delete("7"))).Header("X-Contract-Answer").ShouldStartWith("stub;");
    }

    [Fact]
    public async Task A_folder_may_have_stubs_in_the_form_of_WireMock_Net_also_in_an_array()
    {
        var stubs = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(
            Path.Combine(stubs.FullName, "stubs.json"),
            """[{"Request":{"Path":"/folder"},"Response":{"Body":"from a file"}}]""",
            Http.Cancelled);
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, MappingsFolder = stubs.FullName }, Http.Cancelled);
        using var client = mock.CreateClient();

        (await client.GetStringAsync("/folder", Http.Cancelled)).ShouldBe("from a file");
        stubs.Delete(recursive: true);
    }

    private Task<HttpResponseMessage> Post(string path, string json) => _client.PostAsync("/__admin" + path, Body(json), Http.Cancelled);

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}
