using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SocialContract.Cli.Logging;
using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Secrets;

namespace SocialContract.Cli.Tests.Logging;

public sealed class StreamLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_exchange_is_a_line_for_a_person()
    {
        var lines = await Lines(LogFormat.Text, log => log.Receive(Exchange("/x?token=abc"), Redactor.WellKnown));

        lines.ShouldBe(["GET /x?token=(redacted) 200 example connected 1.50 ms"]);
    }

    [Fact]
    public async Task An_exchange_is_an_object_for_a_program()
    {
        var lines = await Lines(LogFormat.Json, log => log.Receive(Exchange("/x?token=abc"), Redactor.WellKnown));

        JsonNode.DeepEquals(JsonNode.Parse(lines.ShouldHaveSingleItem()), JsonNode.Parse("""
            {
              "time": "2026-11-27T12:00:00+00:00", "event": "request", "method": "GET", "target": "/x?token=(redacted)", "status": 200,
              "answer": "example connected", "milliseconds": 1.5
            }
            """)).ShouldBeTrue(lines[0]);
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
    [InlineData("SocialContract.MockServer.MockHost.Requests", LogLevel.Information)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Error)]
    [InlineData("SocialContract.MockServer.MockHost", LogLevel.Debug)]
    public async Task Requests_are_not_logged_twice_and_other_libraries_not_at_all(string category, LogLevel level) =>
        (await Lines(LogFormat.Text, log => Logger(log, category).Log(level, "something"))).ShouldBeEmpty();

    [Fact]
    public async Task A_reader_that_is_too_slow_costs_lines_and_never_a_request_its_time()
    {
        using var stream = new BlockedStream();
        await using (var log = new StreamLog(stream, LogFormat.Text, colour: false, TimeProvider.System, capacity: 10))
        {
            log.Receive(Exchange("/first"), Redactor.WellKnown);
            await stream.Blocked;
            for (var count = 0; count < 25; count++)
            {
                log.Receive(Exchange("/next"), Redactor.WellKnown);
            }

            stream.Release();
        }

        var lines = stream.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Count(line => line.Contains("/next", StringComparison.Ordinal)).ShouldBe(10);
        lines[^1].ShouldBe("warning: 15 log lines were dropped: what reads this log is slower than the requests.");
    }

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

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _blocked.TrySetResult();
            await _released.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
