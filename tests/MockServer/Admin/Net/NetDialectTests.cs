using System.Text;
using System.Text.Json.Nodes;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace SocialContract.MockServer.Tests.Admin.Net;

/// <summary>
/// The admin interface in WireMock.Net's form: the same requests go to WireMock.Net's own server, whose responses are expected.
/// </summary>
public sealed class NetDialectTests : IAsyncLifetime
{
    private const string Id = "11111111-1111-1111-1111-111111111111";

    private const string Stub = """
        {"Guid":"11111111-1111-1111-1111-111111111111","Title":"t","Priority":3,"Scenario":"sc","SetStateTo":"b",
         "Request":{"Path":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"/a/*"}]},"Methods":["GET"],
                    "Headers":[{"Name":"x","Matchers":[{"Name":"ExactMatcher","Pattern":"1"}]}]},
         "Response":{"StatusCode":201,"BodyAsJson":{"a":1},"Headers":{"X-A":"b"}}}
        """;

    private WireMockServer _real = null!;
    private MockHost _mock = null!;
    private HttpClient _ofReal = null!;
    private HttpClient _ofMock = null!;

    public async ValueTask InitializeAsync()
    {
        _real = WireMockServer.Start(new WireMockServerSettings { StartAdminInterface = true, Urls = ["http://127.0.0.1:0"] });
        _mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, AdminDialect = AdminDialect.WireMockNet }, Http.Cancelled);
        (_ofReal, _ofMock) = (_real.CreateClient(), _mock.CreateClient());
    }

    public async ValueTask DisposeAsync()
    {
        _ofReal.Dispose();
        _ofMock.Dispose();
        await _mock.DisposeAsync();
        _real.Dispose();
    }

    [Fact]
    public async Task Each_request_about_stubs_gets_the_status_and_the_body_of_WireMock_Net()
    {
        await Same("GET", "/mappings");
        await Same("POST", "/mappings", Stub);
        await Same("GET", "/mappings/22222222-1111-1111-1111-111111111111");
        await Same("DELETE", "/mappings/22222222-1111-1111-1111-111111111111");
        await Same("PUT", $"/mappings/{Id}", Stub);
        await Same("GET", "/scenarios");
        await Same("PUT", "/scenarios/sc/state", """{"State":"b"}""");
        await Same("GET", "/scenarios");
        await Same("POST", "/scenarios/sc/reset");
        await Same("POST", "/scenarios/reset");
        await Same("DELETE", "/scenarios");
        await Same("DELETE", "/mappings", "{\"Guid\":\"" + Id + "\"}");
        await Same("POST", "/mappings", $"[{Stub}]");
        await Same("DELETE", $"/mappings/{Id}");
        await Same("POST", "/mappings/reset");
        await Same("DELETE", "/mappings");
        await Same("GET", "/mappings");
        await Same("DELETE", "/requests");
        await Same("POST", "/requests/reset");
        await Same("GET", $"/requests/{Id}");
        await Same("DELETE", $"/requests/{Id}");
        await Same("PUT", "/settings", """{"GlobalProcessingDelay":1}""");
        (await _ofMock.GetStringAsync("/__admin/health", Http.Cancelled)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Listed_stubs_and_requests_have_members_that_WireMock_Net_has_with_values_of_the_same_kind()
    {
        await Same("POST", "/mappings", Stub);
        foreach (var client in (HttpClient[])[_ofReal, _ofMock])
        {
            using var matched = await client.Exchange(new HttpRequestMessage(HttpMethod.Get, "/a/1?q=2&r=3&r=4").With("x", "1"));
            using var unmatched = await client.PostAsync("/nothing", Json("""{"a":1}"""), Http.Cancelled);
            matched.StatusCode.ShouldBe(System.Net.HttpStatusCode.Created);
            unmatched.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }

        await Within("GET", "/mappings");
        await Within("GET", $"/mappings/{Id}");
        await Within("GET", "/requests");
        await Within("GET", "/requests/unmatched");
        await Within("POST", "/requests/find", """{"Path":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"/a/*"}]},"Methods":["GET"]}""");
        await Within("GET", $"/requests/find?mappingGuid={Id}");
        await Same("POST", "/requests/count", """{"Methods":["GET"]}""");
        await Same("POST", "/requests/find", """{"Methods":["PUT"]}""");
        var entry = (await Send(_ofMock, "GET", "/requests")).Body!.AsArray()[0]!;
        entry["MappingGuid"]!.GetValue<string>().ShouldBe(Id);
        await Send(_ofMock, "DELETE", $"/requests/{entry["Guid"]}");
        (await Send(_ofMock, "GET", "/requests")).Body!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_stub_set_up_in_code_and_one_in_the_form_of_Java_are_listed_with_their_guids()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/code").UsingGet()).WithGuid(Id).RespondWith(Response.Create().WithBody("x"));
        var posted = await Send(_ofMock, "POST", "/mappings", """{"name":"java","request":{"urlPath":"/j"},"response":{"status":204}}""");

        var stubs = (await Send(_ofMock, "GET", "/mappings")).Body!.AsArray();

        posted.Status.ShouldBe(201);
        stubs[0]!["Guid"]!.GetValue<string>().ShouldBe(posted.Body!["Guid"]!.GetValue<string>());
        stubs[0]!["Data"]!["wiremock"]!["request"]!["urlPath"]!.GetValue<string>().ShouldBe("/j");
        stubs[1]!["Guid"]!.GetValue<string>().ShouldBe(Id);
        stubs[1]!["Response"]!["Body"]!.GetValue<string>().ShouldBe("x");
        (await Send(_ofMock, "DELETE", $"/mappings/{Id}")).Status.ShouldBe(200);
        (await Send(_ofMock, "GET", "/mappings")).Body!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("POST", "/mappings", """{"Request":{"Pth":"/a"}}""", "/Request/Pth: no such member; did you mean `Path`?")]
    [InlineData("POST", "/mappings", "{bad", "not JSON")]
    [InlineData("PUT", "/settings", """{"AllowPartialMapping":true}""", "/AllowPartialMapping: the mock has no such setting")]
    [InlineData("PUT", "/settings", """{"GlobalProcesingDelay":1}""", "did you mean `GlobalProcessingDelay`?")]
    [InlineData("POST", "/requests/find", """{"Methds":[]}""", "did you mean `Methods`?")]
    [InlineData("POST", "/mappings/save", "", "The mock has no stub folder")]
    [InlineData("PUT", "/files/a.txt", "x", "The mock has no stub folder")]
    public async Task A_refusal_is_422_and_its_error_names_the_place(string method, string path, string body, string error)
    {
        var (status, answer) = await Send(_ofMock, method, path, body);

        status.ShouldBe(422);
        answer!["Error"]!.GetValue<string>().ShouldContain(error);
    }

    [Fact]
    public async Task The_paths_of_the_kit_itself_stay()
    {
        foreach (var path in (string[])["/openapi.yaml", "/contract/operations", "/version"])
        {
            using var response = await _ofMock.GetAsync("/__admin" + path, Http.Cancelled);
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        }
    }

    /// <summary>Status and body are equal.</summary>
    private async Task Same(string method, string path, string? body = null)
    {
        var (real, mock) = (await Send(_ofReal, method, path, body), await Send(_ofMock, method, path, body));

        mock.Status.ShouldBe(real.Status, $"{method} {path}");
        JsonNode.DeepEquals(mock.Body, real.Body).ShouldBeTrue($"{method} {path}\nexpected {real.Body}\nfound {mock.Body}");
    }

    /// <summary>The status is equal, and the body has no member that WireMock.Net's does not have.</summary>
    private async Task Within(string method, string path, string? body = null)
    {
        var (real, mock) = (await Send(_ofReal, method, path, body), await Send(_ofMock, method, path, body));

        mock.Status.ShouldBe(real.Status, $"{method} {path}");
        Compare(mock.Body!, real.Body!, $"{method} {path}");
    }

    private static void Compare(JsonNode mock, JsonNode real, string place)
    {
        mock.GetValueKind().ShouldBe(real.GetValueKind(), place);
        if (mock is JsonObject members)
        {
            foreach (var (name, value) in members.Where(member => member.Key is not ("Headers" or "BodyAsJson" or "MatchDetails")))
            {
                var expected = real.AsObject().TryGetPropertyValue(name, out var found) ? found : null;
                expected.ShouldNotBeNull($"{place}/{name}");
                Compare(value!, expected, $"{place}/{name}");
            }
        }
        else if (mock is JsonArray elements)
        {
            elements.Count.ShouldBe(real.AsArray().Count, place);
            for (var index = 0; index < elements.Count; index++)
            {
                Compare(elements[index]!, real[index]!, $"{place}/{index}");
            }
        }
    }

    private static async Task<(int Status, JsonNode? Body)> Send(HttpClient client, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/__admin" + path);
        request.Content = body is null ? null : Json(body);
        using var response = await client.Exchange(request);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Text()));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
