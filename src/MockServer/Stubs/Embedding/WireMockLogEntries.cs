using SocialContract.MockServer.Journal;
using WireMock.Logging;
using WireMock.Matchers.Request;
using WireMock.Types;
using WireMock.Util;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>Entries of the journal as WireMock.Net's log entries, which its assertion packages read.</summary>
internal static class WireMockLogEntries
{
    public static ILogEntry Of(JournalEntry entry)
    {
        var result = new RequestMatchResult();
        result.AddScore(typeof(JournalEntry), entry.WasMatched ? 1 : 0, null);
        return new LogEntry
        {
            Guid = entry.Id,
            RequestMessage = WireMockRequests.Of(entry.Request, entry.Exchange.ClientAddress?.ToString()),
            ResponseMessage = entry.Response is { } response ? ResponseOf(response) : new WireMock.ResponseMessage(),
            RequestMatchResult = result,
            MappingGuid = entry.Exchange.Origin.Stub,
            MappingTitle = entry.Exchange.Origin.Label,
            PartialMatchResult = result,
        };
    }

    private static WireMock.ResponseMessage ResponseOf(Contract.Messages.ResponseMessage response)
    {
        var message = new WireMock.ResponseMessage
        {
            StatusCode = response.Status,
            Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase),
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = response.Body.ToArray() },
        };
        foreach (var (name, value) in response.Headers)
        {
            message.AddHeader(name, value);
        }

        return message;
    }
}
