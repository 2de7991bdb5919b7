using Microsoft.Extensions.Logging;

namespace SocialContract.MockServer.Tests.Logging;

public sealed class LoggedExchangesTests
{
    private const int Responded = 1;

    [Fact]
    public async Task A_hosts_logger_gets_a_line_for_each_request_without_secrets()
    {
        var log = new RecordedLog();
        await using var mock = await MockHost.StartAsync(
            new MockOptions { Document = ShippedMock.Document, LoggerFactory = log }, Http.Cancelled);
        using var client = new HttpClient { BaseAddress = mock.Url };

        using var response = await client.GetAsync("/nowhere?token=abc", Http.Cancelled);

        var entry = await log.Next(Responded);
        entry.Level.ShouldBe(LogLevel.Information);
        entry.Message.ShouldStartWith("GET /nowhere?token=(redacted) 404 no such path ");
    }
}
