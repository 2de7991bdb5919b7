using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace SocialContract.MockServer.Tests.Hosting;

/// <summary>The request bodies that are held at once are bounded in total.</summary>
public sealed class HeldBodyTests
{
    private const string Start = """{"facebook_account": {"fb_token": "T", "fb_uid": "1"}, "padding": " """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_without_room_waits_and_is_read_when_there_is_room(bool ends)
    {
        await using var mock = await StartMock(TimeProvider.System);
        using var client = new HttpClient { BaseAddress = mock.Url };
        using var first = await BeginAsync(mock);

        var second = client.Exchange(ShippedMock.Post(Body));
        await Until(() => mock.Bodies.Waiting == 1);
        second.IsCompleted.ShouldBeFalse();
        if (ends)
        {
            await first.SendAsync(Body[10..]);
        }
        else
        {
            first.Dispose();
        }

        using var response = await second;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_without_room_for_ten_seconds_gets_503_with_a_time_to_retry()
    {
        var clock = new FakeTimeProvider();
        await using var mock = await StartMock(clock);
        using var client = new HttpClient { BaseAddress = mock.Url };
        using var first = await BeginAsync(mock);

        var second = client.Exchange(ShippedMock.Post(Body));
        await Until(() => mock.Bodies.Waiting == 1);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        mock.Bodies.Waiting.ShouldBe(1);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        using var response = await second;
        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Header("Retry-After").ShouldBe("1");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_small_request_does_not_wait_for_large_bodies()
    {
        await using var mock = await StartMock(TimeProvider.System);
        using var client = new HttpClient { BaseAddress = mock.Url };
        using var first = await BeginAsync(mock);

        using var response = await client.Exchange(ShippedMock.Post("""{"facebook_account": {"fb_token": "T", "fb_uid": "1"}}"""));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Many_large_bodies_at_once_are_all_read_in_turn()
    {
        await using var mock = await StartMock(TimeProvider.System);
        using var client = new HttpClient { BaseAddress = mock.Url };

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            using var request = ShippedMock.Post(Body);
            request.Headers.TransferEncodingChunked = number % 2 == 0;
            using var response = await client.Exchange(request);
            return response.StatusCode;
        }));

        responses.ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    /// <summary>More than half of what may be held.</summary>
    private static string Body { get; } = $$"""{{Start}}{{new string('x', 700_000)}}"}""";

    private static Task<MockHost> StartMock(TimeProvider clock) => MockHost.StartAsync(
        new MockOptions
        {
            Document = ShippedMock.Document,
            Reload = false,
            MaxBodyBytes = 1_000_000,
            MaxHeldBodyBytes = 1_000_000,
            TimeProvider = clock,
        },
        Http.Cancelled);

    /// <summary>Sends a request whose body has begun and does not go on, and waits until it has taken its room.</summary>
    private static async Task<HalfSentRequest> BeginAsync(MockHost mock)
    {
        var request = await HalfSentRequest.BeginAsync(
            mock.Url, "/api/v3/instagram_accounts", Body.Length, "Authentication: Bearer T");
        await request.SendAsync(Body[..10]);
        await Until(() => mock.Bodies.Taken == Body.Length);
        return request;
    }

    /// <summary>Waits for a state that the mock reaches by itself.</summary>
    private static async Task Until(Func<bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Http.Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!reached())
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
