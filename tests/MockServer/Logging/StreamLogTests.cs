using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Tests.Logging;

public sealed class StreamLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_exchange_is_a_line_for_a_person()
    {
        var lines = await Lines(LogFormat.Text, log => Receive(log, "/x?token=abc"));

        lines.ShouldBe(["GET /x?token=(redacted) 200 example connected 1.50 ms"]);
    }

    [Fact]
    public async Task An_exchange_is_an_object_for_a_program()
    {
        var lines = await Lines(LogFormat.Json, log => Receive(log, "/x?token=abc"));

        JsonNode.DeepEquals(JsonNode.Parse(lines.ShouldHaveSingleItem()), JsonNode.Parse("""
            {
              "time": "2026-11-27T12:00:00+00:00", "event": "request", "method": "GET", "target": "/x?token=(redacted)", "status": 200,
              "answer": "example connected", "milliseconds": 1.5
            }
            """)).ShouldBeTrue(lines[0]);
    }

    [Fact]
    public async Task A_rejected_document_is_an_object_with_the_code_the_place_and_the_message_of_each_fault()
    {
        var fault = new Diagnostic(
            "document.syntax", DiagnosticSeverity.Error, new DocumentPosition("api.yaml", 7, 5), "/paths", "it does not end", null);

        var lines = await Lines(LogFormat.Json, log => Log.ReloadRejected(Logger(log, "SocialContract.MockServer.MockHost"), [fault]));

        lines.ShouldHaveSingleItem().ShouldEndWith(
            """
            "event":"rejected","diagnostics":[{"code":"document.syntax","at":"api.yaml:7:5","message":"it does not end"}]}
            """);
    }

    [Fact]
    public async Task A_fault_that_a_server_logs_is_an_error_with_its_stack()
    {
        var lines = await Lines(LogFormat.Text, log => Logger(log, "SocialContract.MockServer.MockHost")
            .Log(LogLevel.Error, new TimeZoneNotFoundException("the reason"), "It failed at {Place}", "/x"));

        lines[0].ShouldBe("error: It failed at /x");
        lines[1].ShouldBe("System.TimeZoneNotFoundException: the reason");
    }

    [Theory]
    [InlineData("SocialContract.MockServer.MockHost", LogLevel.Information)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)]
    [InlineData("SocialContract.MockServer.MockHost", LogLevel.Debug)]
    public async Task Small_matters_and_other_libraries_are_not_logged(string category, LogLevel level) =>
        (await Lines(LogFormat.Text, log => Logger(log, category).Log(level, "something"))).ShouldBeEmpty();

    [Fact]
    public async Task A_reader_that_is_too_slow_costs_lines_and_never_a_request_its_time()
    {
        using var stream = new BlockedStream();
        await using (var log = new StreamLog(stream, LogFormat.Text, colour: false, TimeProvider.System, capacity: 10))
        {
            Receive(log, "/first");
            await stream.Blocked;
            for (var count = 0; count < 25; count++)
            {
                Receive(log, "/next");
            }

            stream.Release();
        }

        var lines = stream.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Count(line => line.Contains("/next", StringComparison.Ordinal)).ShouldBe(10);
        lines[^1].ShouldBe("warning: 15 log lines were dropped, because the log is read more slowly than requests arrive.");
    }

    [Fact]
    public async Task The_end_gives_up_a_stream_that_takes_nothing_after_0_4_s_of_the_logs_clock_and_reports_the_lost_lines()
    {
        var clock = new FakeTimeProvider();
        var reports = new List<string>();
        using var stream = new BlockedStream();
        var log = new StreamLog(stream, LogFormat.Text, colour: false, clock, report: reports.Add);
        Receive(log, "/first");
        await stream.Blocked;
        Receive(log, "/next");

        var ending = log.DisposeAsync().AsTask();
        clock.Advance(TimeSpan.FromMilliseconds(399));
        ending.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await ending.WaitAsync(TimeSpan.FromSeconds(20), Http.Cancelled);

        reports.ShouldBe(["2 log lines were dropped: what reads the log did not take them in time."]);
        stream.Release();
    }

    [Fact]
    public async Task A_mock_whose_logger_factory_has_the_log_writes_its_requests_there()
    {
        using var stream = new MemoryStream();
        await using (var log = new StreamLog(stream, LogFormat.Text, colour: false, TimeProvider.System))
        {
            using var loggers = new LoggerFactory([log]);
            await using var mock = await MockHost.StartAsync(
                new MockOptions { Document = ShippedMock.Document, LoggerFactory = loggers }, Http.Cancelled);
            using var client = new HttpClient { BaseAddress = mock.Url };
            using var response = await client.GetAsync("/nowhere?token=abc", Http.Cancelled);
        }

        Encoding.UTF8.GetString(stream.ToArray()).ShouldStartWith("GET /nowhere?token=(redacted) 404 no such path ");
    }

    /// <summary>As a mock logs it.</summary>
    private static void Receive(StreamLog log, string target) =>
        new LoggedExchanges(Logger(log, "SocialContract.MockServer.MockHost.Requests")).Receive(Exchange(target), Redactor.WellKnown);

    private static ILogger Logger(StreamLog log, string category) => ((ILoggerProvider)log).CreateLogger(category);

    private static async Task<string[]> Lines(LogFormat format, Action<StreamLog> write)
    {
        using var stream = new MemoryStream();
        await using (var log = new StreamLog(stream, format, colour: false, TimeProvider.System))
        {
            write(log);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Exchange Exchange(string target) => new()
    {
        Request = new RequestMessage("GET", target),
        Response = new ResponseMessage(200),
        RequestViolations = [],
        ResponseViolations = [],
        Origin = new ExchangeOrigin(ExchangeOriginKind.Contract, "example connected"),
        Started = Noon,
        Elapsed = TimeSpan.FromMilliseconds(1.5),
    };

    /// <summary>A stream whose first write waits until it is released.</summary>
    private sealed class BlockedStream : MemoryStream
    {
        private readonly TaskCompletionSource _blocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Blocked => _blocked.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public string Text => Encoding.UTF8.GetString(ToArray());

        public void Release() => _released.TrySetResult();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _blocked.TrySetResult();
            _released.Task.Wait();
            base.Write(buffer);
        }
    }
}
