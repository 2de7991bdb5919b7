using System.Text.Json.Nodes;
using SocialContract.MockServer.Tests.Journal;

namespace SocialContract.MockServer.Tests.Admin;

/// <summary>The journal at /__admin/requests.</summary>
public sealed class JournalEndpointsTests : JournaledMock
{
    private const string First = "00000000-0000-8000-8000-000000000001";

    [Fact]
    public async Task The_last_request_comes_first_and_the_total_counts_all()
    {
        await Send("GET", "/pets/1");
        await Send("GET", "/nothing");
        await Send("GET", "/pets/3");

        var all = await Get("/requests");
        Urls(all).ShouldBe(["/pets/3", "/nothing", "/pets/1"]);
        all["meta"].ShouldBeJson("""{"total":3}""");
        all["requestJournalDisabled"]!.GetValue<bool>().ShouldBeFalse();
        var limited = await Get("/requests?limit=1");
        Urls(limited).ShouldBe(["/pets/3"]);
        limited["meta"].ShouldBeJson("""{"total":3}""");
        Urls(await Get("/requests?unmatched=true")).ShouldBe(["/nothing"]);
        Urls(await Get("/requests?matchingStub=00000000-0000-0000-0000-000000000000")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2000-01-01T00:00:00Z", 1)]
    [InlineData("2000-01-01T00:00:00.123+02:00", 1)]
    [InlineData("2999-01-01T00:00:00Z", 0)]
    public async Task Requests_since_a_time_are_selected(string since, int count)
    {
        await Send("GET", "/pets/1");

        Urls(await Get($"/requests?since={since}")).Count.ShouldBe(count);
    }

    [Fact]
    public async Task Unmatched_requests_are_listed_without_their_responses()
    {
        await Send("GET", "/pets/1");
        await Send("GET", "/nothing");

        var unmatched = await Get("/requests/unmatched");

        unmatched["requests"]!.AsArray().ShouldHaveSingleItem()!["url"]!.GetValue<string>().ShouldBe("/nothing");
        unmatched["requestJournalDisabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_is_read_and_removed_by_its_id()
    {
        await Send("GET", "/pets/1");
        await Send("GET", "/pets/2");

        (await Get($"/requests/{First}"))["request"]!["url"]!.GetValue<string>().ShouldBe("/pets/1");
        (await Admin("DELETE", $"/requests/{First}")).ShouldBe((200, "{}"));
        (await Admin("GET", $"/requests/{First}")).Status.ShouldBe(404);
        (await Admin("DELETE", $"/requests/{First}")).Status.ShouldBe(404);
        Mock.Requests.ShouldHaveSingleItem().Request.Target.ShouldBe("/pets/2");
    }

    [Theory]
    [InlineData("DELETE", "/requests")]
    [InlineData("POST", "/requests/reset")]
    public async Task The_journal_is_emptied(string method, string target)
    {
        await Send("GET", "/pets/1");

        (await Admin(method, target)).ShouldBe((200, "{}"));
        Mock.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/requests?limit=-1", 400, "/query/limit")]
    [InlineData("GET", "/requests?limit=", 400, "/query/limit")]
    [InlineData("GET", "/requests?since=yesterday", 400, "/query/since")]
    [InlineData("GET", "/requests?unmatched=yes", 400, "/query/unmatched")]
    [InlineData("GET", "/requests?unmatchd=true", 400, "/query/unmatchd")]
    [InlineData("GET", "/requests/unmatched?limit=1", 400, "/query/limit")]
    [InlineData("GET", "/requests/7", 400, "/path/id")]
    [InlineData("DELETE", "/requests/7", 400, "/path/id")]
    [InlineData("GET", "/requests/00000000-0000-8000-8000-00000000ffff", 404, "/path/id")]
    public async Task A_wrong_request_gets_errors_with_a_pointer(string method, string target, int status, string pointer)
    {
        var (found, text) = await Admin(method, target);

        found.ShouldBe(status, text);
        var error = JsonNode.Parse(text)!["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error.AsObject().Select(member => member.Key).ShouldBe(["code", "source", "title", "detail"]);
        error["source"]!["pointer"]!.GetValue<string>().ShouldBe(pointer);
    }

    [Fact]
    public async Task Several_faults_are_reported_at_once() =>
        JsonNode.Parse((await Admin("GET", "/requests?limit=x&since=y")).Text)!["errors"]!.AsArray().Count.ShouldBe(2);

    [Theory]
    [InlineData("PUT", "/requests", "GET, HEAD, DELETE")]
    [InlineData("PUT", $"/requests/{First}", "GET, HEAD, DELETE")]
    [InlineData("GET", "/requests/reset", "POST")]
    public async Task Another_method_gets_405_with_those_that_are_accepted(string method, string target, string allow)
    {
        using var response = await Client.Exchange(new HttpRequestMessage(new HttpMethod(method), $"/__admin{target}"));

        ((int)response.StatusCode).ShouldBe(405);
        response.Header("Allow").ShouldBe(allow);
    }

    [Fact]
    public async Task Another_path_gets_404_with_those_that_are_served()
    {
        var (status, text) = await Admin("GET", "/request");

        status.ShouldBe(404);
        text.ShouldContain("The mock serves /__admin/health, /__admin/openapi.yaml, /__admin/openapi.json, /__admin/requests, ");
        text.ShouldContain(" and /__admin/documents, which lists the other files, but not /__admin/request.");
    }

    [Theory]
    [InlineData("DELETE", "/requests", "Origin", "https://evil.example")]
    [InlineData("POST", "/requests/reset", "Sec-Fetch-Site", "cross-site")]
    [InlineData("GET", "/requests", "Host", "evil.example")]
    public async Task A_page_of_another_origin_neither_reads_nor_empties_it(string method, string target, string header, string value)
    {
        await Send("GET", "/pets/1");

        (await Admin(method, target, (header, value))).Status.ShouldBe(403);
        Mock.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_mock_without_a_journal_says_so()
    {
        await StartAsync(0);
        await Send("GET", "/pets/1");

        (await Get("/requests")).ShouldBeJson("""{"requests":[],"meta":{"total":0},"requestJournalDisabled":true}""");
        (await Get("/requests/unmatched")).ShouldBeJson("""{"requests":[],"requestJournalDisabled":true}""");
        (await Admin("DELETE", "/requests")).Status.ShouldBe(200);
        (await Admin("GET", $"/requests/{First}")).Status.ShouldBe(404);
    }

    private static IReadOnlyList<string> Urls(JsonNode list) =>
        [.. list["requests"]!.AsArray().Select(entry => entry!["request"]!["url"]!.GetValue<string>())];
}
