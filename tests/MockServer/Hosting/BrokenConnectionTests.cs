using System.Net.Sockets;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Tests.Hosting;

/// <summary>Responses that are not sent, or slowly.</summary>
public sealed class BrokenConnectionTests
{
    [Theory]
    [InlineData(ConnectionFault.EmptyResponse, "")]
    [InlineData(ConnectionFault.RandomDataThenClose, "lskdu018973t09sylgasjkfg1][]'./.sdlv")]
    [InlineData(
        ConnectionFault.MalformedResponseChunk,
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nlskdu018973t09sylgasjkfg1][]'./.sdlv")]
    public async Task A_fault_ends_the_connection_with_its_bytes_and_the_exchange_has_no_response(object fault, string sent)
    {
        var exchanges = new RecordedExchanges();
        await using var web = await MockApplicationTests.Start(new FaultyProducer((ConnectionFault)fault), new RecordedLog(), exchanges);
        using var request = await HalfSentRequest.BeginAsync(new Uri(web.Urls.First()), "/x", 1);

        await request.SendAsync("1");

        (await request.ResponseAsync()).ShouldBe(sent);
        var (exchange, _) = await exchanges.Next();
        exchange.Response.ShouldBeNull();
        exchange.Origin.ShouldBe(new ExchangeOrigin(ExchangeOriginKind.Contract, "fixed, connection broken"));
    }

    [Fact]
    public async Task A_reset_is_an_error_of_the_connection()
    {
        var producer = new FaultyProducer(ConnectionFault.ConnectionResetByPeer);
        await using var web = await MockApplicationTests.Start(producer, new RecordedLog());
        using var request = await HalfSentRequest.BeginAsync(new Uri(web.Urls.First()), "/x", 1);

        await request.SendAsync("1");

        var fault = await Should.ThrowAsync<IOException>(request.ResponseAsync());
        fault.InnerException.ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }

    [Fact]
    public async Task A_dribbled_body_arrives_in_pieces_and_whole()
    {
        var clock = new WatchedClock();
        var producer = new FaultyProducer(ConnectionFault.None, new Dribble(2, 2 * WatchedClock.Hold), "abcd"u8.ToArray());
        await using var web = await MockApplicationTests.Start(producer, new RecordedLog(), clock);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        var pending = client.GetAsync("/x", HttpCompletionOption.ResponseHeadersRead, Http.Cancelled);
        await clock.Held;
        clock.Advance(WatchedClock.Hold);
        using var response = await pending;
        await using var body = await response.Content.ReadAsStreamAsync(Http.Cancelled);
        var first = new byte[2];
        await body.ReadExactlyAsync(first, Http.Cancelled);
        var rest = new StreamReader(body).ReadToEndAsync(Http.Cancelled);
        await clock.Advance(WatchedClock.Hold, () => rest.IsCompleted);

        first.ShouldBe("ab"u8.ToArray());
        (await rest).ShouldBe("cd");
    }

    [Fact]
    public async Task A_dribbled_body_of_one_piece_takes_the_whole_duration()
    {
        var clock = new WatchedClock();
        var producer = new FaultyProducer(ConnectionFault.None, new Dribble(1, WatchedClock.Hold), "abcd"u8.ToArray());
        await using var web = await MockApplicationTests.Start(producer, new RecordedLog(), clock);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        var pending = client.GetStringAsync("/x", Http.Cancelled);
        await clock.Held;
        clock.Advance(WatchedClock.Hold);

        (await pending).ShouldBe("abcd");
    }

    private sealed class FaultyProducer(ConnectionFault fault, Dribble? dribble = null, byte[]? body = null) : IResponseProducer
    {
        public ValueTask<MockResponse?> RespondAsync(MockRequest request) => new(
            new MockResponse(new ResponseMessage(200, null, body), new ExchangeOrigin(ExchangeOriginKind.Contract, "fixed"))
            {
                Fault = fault,
                Dribble = dribble,
            });
    }
}
