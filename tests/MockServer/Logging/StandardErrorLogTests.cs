using System.Text;
using SocialContract.MockServer.Logging;

namespace SocialContract.MockServer.Tests.Logging;

public sealed class StandardErrorLogTests
{
    [Fact]
    public async Task A_mock_without_a_log_writes_its_faults()
    {
        using var stream = new MemoryStream();
        await using (var log = new StandardErrorLog(() => stream, TimeProvider.System))
        {
            Log.Failed(log, new InvalidTimeZoneException("the reason"), "GET", "/x");
        }

        var text = Encoding.UTF8.GetString(stream.ToArray());
        text.ShouldContain("The mock failed to respond to GET /x");
        text.ShouldContain("InvalidTimeZoneException: the reason");
    }

    [Fact]
    public async Task A_mock_without_a_log_writes_nothing_of_reloads_and_opens_nothing_for_them()
    {
        await using var log = new StandardErrorLog(() => throw new InvalidOperationException("opened"), TimeProvider.System);

        Log.Reloaded(log, ["1 operation added"]);
    }
}
