using System.Net;
using System.Text;

namespace SocialContract.MockServer.Tests.Admin.Stubs;

/// <summary>Bounds on stubs: their number, their bytes, and the time of their patterns.</summary>
public sealed class StubLimitsTests
{
    private const int PatternTooSlow = 9;

    [Fact]
    public async Task More_stubs_than_are_kept_are_422_and_one_that_replaces_another_is_accepted()
    {
        await using var mock = await Started(new() { Document = ShippedMock.Document, MaxStubs = 2 });
        using var client = mock.CreateClient();
        const string id = "11111111-1111-1111-1111-111111111111";

        (await Post(client, "{\"id\":\"" + id + "\",\"request\":{\"url\":\"/a\"}}")).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Post(client, """{"Request":{"Path":"/b"}}""")).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var refused = await Post(client, """{"request":{"url":"/c"}}""");
        using var replaced = await Post(client, "{\"id\":\"" + id + "\",\"request\":{\"url\":\"/d\"}}");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Text()).ShouldContain("The mock has 2 stubs; at most 2 are kept.");
        replaced.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Stubs_that_take_more_bytes_than_are_kept_are_422_until_others_are_deleted()
    {
        await using var mock = await Started(new() { Document = ShippedMock.Document, MaxStubBytes = 200 });
        using var client = mock.CreateClient();
        var stub = "{\"request\":{\"url\":\"/a\"},\"response\":{\"body\":\"" + new string('x', 100) + "\"}}";

        (await Post(client, stub)).StatusCode.ShouldBe(HttpStatusCode.Created);
        using var refused = await Post(client, stub);
        await client.DeleteAsync("/__admin/mappings", Http.Cancelled);
        using var accepted = await Post(client, stub);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Text()).ShouldContain($"The stubs would take {2 * stub.Length} bytes; at most 200 are kept.");
        accepted.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("(a+)+$", false)]
    [InlineData("(?=(a+)+b).*", true)]
    public async Task A_pattern_that_backtracks_without_end_does_not_match_and_one_that_is_stopped_is_logged(string pattern, bool isStopped)
    {
        var log = new RecordedLog();
        await using var mock = await Started(new() { Document = ShippedMock.Document, LoggerFactory = log });
        using var client = mock.CreateClient();
        var request = "{\"url\":\"/slow\",\"bodyPatterns\":[{\"matches\":\"" + pattern + "\"}]}";
        await Post(client, "{\"request\":" + request + ",\"response\":{\"status\":204}}");

        using var response = await client.PostAsync("/slow", new StringContent(new string('a', 10_000) + "!"), Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        if (isStopped)
        {
            (await log.Next(PatternTooSlow)).Message
                .ShouldBe($"A stub does not match a POST request, on which its pattern takes too long: {pattern}");
        }
    }

    private static Task<MockHost> Started(MockOptions options) => MockHost.StartAsync(options with { Reload = false }, Http.Cancelled);

    private static Task<HttpResponseMessage> Post(HttpClient client, string json) =>
        client.PostAsync("/__admin/mappings", new StringContent(json, Encoding.UTF8, "application/json"), Http.Cancelled);
}
