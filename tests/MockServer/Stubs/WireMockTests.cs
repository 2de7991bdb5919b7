using System.Net;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using SocialContract.MockServer.Stubs;
using WireMock.Server;

namespace SocialContract.MockServer.Tests.Stubs;

/// <summary>The API of WireMock.Net on a mock of the shipped document.</summary>
public sealed class WireMockTests : IAsyncLifetime
{
    private const int StubContradicts = 7;

    private MockHost _mock = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _mock = await MockHost.StartAsync(new MockOptions { Document = ShippedMock.Document, Reload = false }, Http.Cancelled);
        _client = new HttpClient { BaseAddress = _mock.Url };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _mock.DisposeAsync();
    }

    [Fact]
    public async Task A_stub_that_matches_responds_and_the_contract_responds_to_everything_else()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_accounts/7").UsingDelete())
            .RespondWith(Response.Create().WithStatusCode(503).WithHeader("Retry-After", "30").WithBody("down"));

        using var stubbed = await _client.Exchange(ShippedMock.Delete("7"));
        using var described = await _client.Exchange(ShippedMock.Delete("8"));

        stubbed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        stubbed.Header("Retry-After").ShouldBe("30");
        (await stubbed.Text()).ShouldBe("down");
        stubbed.Header("X-Contract-Answer").ShouldStartWith("stub;name=");
        described.StatusCode.ShouldBe(HttpStatusCode.OK);
        described.Header("X-Contract-Answer").ShouldStartWith("example;");
    }

    [Fact]
    public async Task After_a_reset_the_contract_responds_again()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_accounts/7"))
            .RespondWith(Response.Create().WithStatusCode(503));
        (await _client.Exchange(ShippedMock.Delete("7"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        _mock.WireMock.Reset();

        (await _client.Exchange(ShippedMock.Delete("7"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stub_set_up_through_the_base_class_responds_too()
    {
        WireMockServer server = _mock.WireMock;
        server.Given(Request.Create().WithPath("/api/v3/instagram_accounts/7")).RespondWith(Response.Create().WithStatusCode(503));
        await Task.Delay(5, Http.Cancelled);

        (await _client.Exchange(ShippedMock.Delete("7"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_stub_responds_by_its_template_for_a_path_that_the_document_does_not_have()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/hello/*").UsingGet())
            .RespondWith(Response.Create().WithBody("{{request.PathSegments.[1]}} {{request.query.q}}").WithTransformer());

        (await _client.GetStringAsync("/hello/world?q=1", Http.Cancelled)).ShouldBe("world 1");
    }

    [Fact]
    public async Task A_stub_whose_body_does_not_match_leaves_the_request_to_the_contract()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_accounts").UsingPost().WithBody("{}"))
            .RespondWith(Response.Create().WithStatusCode(503));

        using var response = await _client.Exchange(ShippedMock.Post(ShippedMock.DocumentedBody));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_response_of_a_stub_that_breaks_the_document_is_sent_with_the_rules_that_it_breaks()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_accounts/7").UsingDelete())
            .RespondWith(Response.Create().WithHeader("Content-Type", "application/json").WithBody("""{"success":1}"""));

        using var response = await _client.Exchange(ShippedMock.Delete("7"));

        (await response.Text()).ShouldBe("""{"success":1}""");
        response.Header("X-Contract-Answer-Violations")!.ShouldContain("/success");
    }

    [Fact]
    public async Task The_step_of_a_scenario_is_taken_by_exactly_one_of_many_requests()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/step")).InScenario("s").WillSetStateTo("taken")
            .RespondWith(Response.Create().WithStatusCode(201));
        _mock.WireMock.Given(Request.Create().WithPath("/step")).InScenario("s").WhenStateIs("taken").WillSetStateTo("taken")
            .RespondWith(Response.Create().WithStatusCode(204));

        var statuses = await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using var response = await _client.GetAsync("/step", Http.Cancelled);
            return (int)response.StatusCode;
        }));

        statuses.Count(status => status == 201).ShouldBe(1);
        statuses.Count(status => status == 204).ShouldBe(63);
    }

    [Fact]
    public async Task A_stub_of_higher_priority_wins_and_of_equal_ones_the_last()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/p")).AtPriority(1).RespondWith(Response.Create().WithBody("first"));
        _mock.WireMock.Given(Request.Create().WithPath("/*")).AtPriority(2).RespondWith(Response.Create().WithBody("any"));
        _mock.WireMock.Given(Request.Create().WithPath("/q")).AtPriority(2).RespondWith(Response.Create().WithBody("later"));

        (await _client.GetStringAsync("/p", Http.Cancelled)).ShouldBe("first");
        (await _client.GetStringAsync("/q", Http.Cancelled)).ShouldBe("later");
        (await _client.GetStringAsync("/r", Http.Cancelled)).ShouldBe("any");
    }

    [Fact]
    public async Task A_body_in_a_file_outside_the_folder_of_stubs_is_not_sent()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/file")).RespondWith(Response.Create().WithBodyFromFile("/etc/passwd"));

        using var response = await _client.GetAsync("/file", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Json())["detail"]!.GetValue<string>().ShouldEndWith("/etc/passwd is not a file of the folder of stubs.");
    }

    [Fact]
    public async Task A_stub_that_the_document_contradicts_is_logged_when_it_is_set_up_and_responds_all_the_same()
    {
        var log = new RecordedLog();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, LoggerFactory = log }, Http.Cancelled);

        mock.WireMock.Given(Request.Create().WithPath("/api/v3/instagram_account").UsingPost()).WithTitle("typo")
            .RespondWith(Response.Create().WithStatusCode(201));

        var entry = await log.Next(StubContradicts);
        entry.Message.ShouldBe(
            "The stub typo does not agree with the document at /request/url: The document has no path /api/v3/instagram_account; "
            + "did you mean POST /api/v3/instagram_accounts?");
        using var client = new HttpClient { BaseAddress = mock.Url };
        (await client.Exchange(ShippedMock.Request(HttpMethod.Post, "/api/v3/instagram_account"))).StatusCode
            .ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Under_strict_stubs_a_stub_that_the_document_contradicts_is_refused_and_does_not_respond()
    {
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, Reload = false, StrictStubs = true }, Http.Cancelled);

        var refused = Should.Throw<StubRefusedException>(() => mock.WireMock
            .Given(Request.Create().WithPath("/api/v3/instagram_accounts/7").UsingDelete()).WithTitle("teapot")
            .RespondWith(Response.Create().WithStatusCode(418)));

        refused.Findings.ShouldHaveSingleItem().ShouldStartWith("/response/status: ");
        using var client = new HttpClient { BaseAddress = mock.Url };
        (await client.Exchange(ShippedMock.Delete("7"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_log_entries_of_WireMock_Net_have_the_requests_of_stubs_of_the_contract_and_of_nothing()
    {
        _mock.WireMock.Given(Request.Create().WithPath("/stubbed")).RespondWith(Response.Create().WithStatusCode(204));
        await _client.GetAsync("/stubbed", Http.Cancelled);
        await _client.Exchange(ShippedMock.Delete("7"));
        await _client.GetAsync("/nowhere", Http.Cancelled);

        IWireMockServer server = _mock.WireMock;
        server.LogEntries.Select(entry => entry.RequestMessage!.Path)
            .ShouldBe(["/stubbed", "/api/v3/instagram_accounts/7", "/nowhere"]);
        server.LogEntries.Select(entry => entry.ResponseMessage!.StatusCode).ShouldBe([204, 200, 404]);
        server.FindLogEntries(Request.Create().UsingDelete()).ShouldHaveSingleItem()
            .RequestMessage!.Headers!["Authentication"].ShouldBe(["Bearer (redacted)"]);
        server.FindUnmatchedLogEntries().ShouldHaveSingleItem().RequestMessage!.Path.ShouldBe("/nowhere");
        server.ResetLogEntries();
        _mock.Requests.ShouldBeEmpty();
    }
}
