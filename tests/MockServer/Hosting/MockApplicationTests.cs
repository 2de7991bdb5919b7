using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using SocialContract.Contract;
using SocialContract.Contract.AspNetCore.Bodies;
using SocialContract.Contract.AspNetCore.Hosting;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Generation.Examples;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Reading;
using SocialContract.Contract.Routing;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Hosting;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.Tests.Hosting;

public sealed class MockApplicationTests
{
    private const int Failed = 4;
    private const int SinkFailed = 5;

    private const string Document = """
        openapi: 3.1.0
        info: { title: T, version: '1' }
        paths:
          /x:
            get:
              parameters: [{ name: pin, in: query, x-secret: true, schema: { type: string } }]
              responses: { '204': { description: none } }
        """;

    [Fact]
    public async Task A_fault_of_the_mock_is_a_500_without_its_internals_and_an_error_in_the_log()
    {
        var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var web = await Start(new FailingProducer(), log, exchanges);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        using var response = await client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/x?pin=1234&note=1234").With("Origin", "http://localhost:3000"));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        response.Header("Access-Control-Allow-Origin").ShouldBe("http://localhost:3000");
        (await response.Text()).ShouldNotContain("the reason");
        var entry = await log.Next(Failed);
        entry.Level.ShouldBe(LogLevel.Error);
        entry.Message.ShouldBe("The mock failed to respond to GET /x?pin=(redacted)&note=(redacted)");
        entry.Exception.ShouldBeOfType<InvalidTimeZoneException>().StackTrace.ShouldNotBeNull();
        var (exchange, _) = await exchanges.Next();
        exchange.Response!.Status.ShouldBe(500);
        exchange.Origin.Label.ShouldBe("internal error");
        exchange.Operation!.Id.ShouldBe("GET /x");
    }

    [Fact]
    public async Task The_reason_of_a_response_is_sent()
    {
        await using var web = await Start(new FixedProducer(new ResponseMessage(200) { Reason = "Fine" }), new RecordedLog());
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        using var response = await client.GetAsync("/x", Http.Cancelled);

        response.ReasonPhrase.ShouldBe("Fine");
    }

    [Fact]
    public async Task The_trailers_of_a_request_are_part_of_its_exchange()
    {
        var exchanges = new RecordedExchanges();
        await using var web = await Start(new UnroutedProducer(), new RecordedLog(), exchanges);
        using var request = await HalfSentRequest.BeginChunkedAsync(new Uri(web.Urls.First()), "/x");

        await request.SendAsync("1\r\na\r\n0\r\nX-Sum: 7\r\n\r\n");

        (await request.ResponseAsync()).ShouldStartWith("HTTP/1.1 405 ");
        (await exchanges.Next()).Whole.Request.Trailers["x-sum"].ShouldBe("7");
    }

    [Fact]
    public async Task A_response_to_HEAD_is_stored_without_the_body_that_was_not_sent()
    {
        var exchanges = new RecordedExchanges();
        await using var web = await Start(new FailingProducer(), new RecordedLog(), exchanges);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        using var response = await client.Exchange(new HttpRequestMessage(HttpMethod.Head, "/x"));

        response.Content.Headers.ContentLength!.Value.ShouldBePositive();
        var stored = (await exchanges.Next()).Whole.Response!;
        stored.Status.ShouldBe(500);
        stored.Headers["Content-Type"].ShouldBe("application/problem+json");
        stored.Body.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task A_response_with_a_body_that_its_status_cannot_have_is_sent_and_stored_without_it()
    {
        var exchanges = new RecordedExchanges();
        var message = new ResponseMessage(205, HeaderFields.Of([new("X-Kept", "yes")]), "{}"u8.ToArray());
        await using var web = await Start(new FixedProducer(message), new RecordedLog(), exchanges);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        using var response = await client.GetAsync("/x", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.ResetContent);
        response.Header("X-Kept").ShouldBe("yes");
        response.Content.Headers.ContentLength.ShouldBe(0);
        var (exchange, _) = await exchanges.Next();
        exchange.Response!.Status.ShouldBe(205);
        exchange.Response.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_response_that_fails_after_its_first_bytes_ends_the_connection_and_the_exchange_says_so()
    {
        var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var web = await Start(new FixedProducer(new ResponseMessage(200, null, new FailingBody().Memory)), log, exchanges);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync("/x", Http.Cancelled));

        (await log.Next(Failed)).Exception.ShouldBeOfType<InvalidTimeZoneException>();
        var (exchange, _) = await exchanges.Next();
        exchange.Response.ShouldBeNull();
        exchange.Origin.ShouldBe(new ExchangeOrigin(ExchangeOriginKind.None, "response broken off"));
    }

    [Fact]
    public async Task A_sink_that_fails_is_logged_and_the_others_receive_the_exchange()
    {
        var log = new RecordedLog();
        var exchanges = new RecordedExchanges();
        await using var web = await Start(new UnroutedProducer(), log, new FailingSink(), exchanges);
        using var client = new HttpClient { BaseAddress = new Uri(web.Urls.First()) };

        using var response = await client.GetAsync("/nowhere?pin=1234&note=1234", Http.Cancelled);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var entry = await log.Next(SinkFailed);
        entry.Message.ShouldBe("An exchange sink failed to receive GET /nowhere?pin=(redacted)&note=(redacted)");
        entry.Exception.ShouldBeOfType<InvalidTimeZoneException>();
        (await exchanges.Next()).Whole.Response!.Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_response_is_held_back_as_long_as_it_says()
    {
        var clock = new WatchedClock();
        var exchanges = new RecordedExchanges();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, TimeProvider = clock, Sinks = [exchanges], Reload = false }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        var held = client.Exchange(ShippedMock.Delete().With("Prefer", "delay=600000"));
        await clock.Held;
        held.IsCompleted.ShouldBeFalse();
        clock.Advance(WatchedClock.Hold);

        using var response = await held;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await exchanges.Next()).Whole.Elapsed.ShouldBe(WatchedClock.Hold);
    }

    [Fact]
    public async Task An_exchange_holds_both_messages_and_is_shown_without_secrets()
    {
        var exchanges = new RecordedExchanges();
        using var document = new TemporaryDocument(Document);
        await using var mock = await MockHost.StartAsync(new MockOptions { Document = document.Path, Sinks = [exchanges] }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.Exchange(
            new HttpRequestMessage(HttpMethod.Get, "/x?pin=1234").With("Authorization", "Bearer abc"));

        var (whole, shown) = await exchanges.Next();
        whole.Request.Target.ShouldBe("/x?pin=1234");
        whole.Request.Headers["authorization"].ShouldBe("Bearer abc");
        whole.Response!.Status.ShouldBe(204);
        whole.Operation!.Id.ShouldBe("GET /x");
        shown.Request.Target.ShouldBe("/x?pin=(redacted)");
        shown.Request.Headers["authorization"].ShouldBe("Bearer (redacted)");
    }

    internal static Task<WebApplication> Start(IResponseProducer producer, ILogger logger, params IExchangeSink[] sinks) =>
        Start(producer, logger, TimeProvider.System, sinks);

    internal static async Task<WebApplication> Start(
        IResponseProducer producer, ILogger logger, TimeProvider clock, params IExchangeSink[] sinks)
    {
        var description = ContractLoader.LoadText(Document, "openapi.yaml").ShouldBeOfType<LoadResult.Loaded>().Api;
        var responder = new Responder(new ServedContract(description, ResponseOptions.Default, []), [producer], allowsOrigins: true);
        var web = KestrelServer.CreateBuilder("127.0.0.1", 0, TimeProvider.System).Build();
        var budget = new BodyBudget(1000, TimeProvider.System);
        var receivers = new ExchangeSinks(sinks, null, logger);
        web.Run(new MockApplication(responder, 1000, budget, receivers, logger, clock).HandleAsync);
        await KestrelServer.StartAsync(web, "127.0.0.1", 0, Http.Cancelled);
        return web;
    }

    private sealed class FailingProducer : IResponseProducer
    {
        public ValueTask<MockResponse?> RespondAsync(MockRequest request)
        {
            request.Route.Kind.ShouldBe(RouteMatchKind.Matched);
            throw new InvalidTimeZoneException("the reason");
        }
    }

    private sealed class FixedProducer(ResponseMessage message) : IResponseProducer
    {
        public ValueTask<MockResponse?> RespondAsync(MockRequest request) =>
            new(new MockResponse(message, new ExchangeOrigin(ExchangeOriginKind.Contract, "fixed")));
    }

    /// <summary>Fails when its second piece is read; its length is read first.</summary>
    private sealed class FailingBody : MemoryManager<byte>
    {
        private readonly byte[] _bytes = new byte[256 * 1024];
        private int _reads;

        public override Span<byte> GetSpan() => _reads++ < 2 ? _bytes : throw new InvalidTimeZoneException("the reason");

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }

    private sealed class FailingSink : IExchangeSink
    {
        public void Receive(in Exchange exchange, Redactor redactor) => throw new InvalidTimeZoneException("the reason");
    }
}
