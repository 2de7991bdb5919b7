using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Stubs.Embedding;
using WireMock;
using WireMock.Admin.Mappings;
using WireMock.Admin.Requests;
using WireMock.Types;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>Entries of the journal as WireMock.Net's models of log entries.</summary>
internal static class LogEntries
{
    public static LogEntryModel Of(JournalEntry entry)
    {
        var request = WireMockRequests.Of(entry.Request, entry.Exchange.ClientAddress?.ToString());
        var match = new LogRequestMatchModel
        {
            TotalScore = entry.WasMatched ? 1 : 0,
            TotalNumber = 1,
            IsPerfectMatch = entry.WasMatched,
            AverageTotalScore = entry.WasMatched ? 1 : 0,
            MatchDetails = [],
        };
        return new LogEntryModel
        {
            Guid = entry.Id,
            Request = RequestOf(request, entry),
            Response = ResponseOf(entry),
            MappingGuid = entry.Exchange.Origin.Stub,
            MappingTitle = entry.Exchange.Origin.Stub is null ? null : entry.Exchange.Origin.Label,
            RequestMatchResult = entry.WasMatched ? match : null,
        };
    }

    private static LogRequestModel RequestOf(IRequestMessage request, JournalEntry entry)
    {
        var body = request.BodyData;
        return new LogRequestModel
        {
            ClientIP = request.ClientIP,
            DateTime = entry.Started.UtcDateTime,
            Path = request.Path,
            AbsolutePath = request.AbsolutePath,
            Url = request.Url,
            AbsoluteUrl = request.AbsoluteUrl,
            Query = request.Query ?? new Dictionary<string, WireMockList<string>>(),
            Method = request.Method,
            HttpVersion = "1.1",
            Headers = request.Headers,
            Cookies = request.Cookies ?? new Dictionary<string, string>(),
            Body = body?.BodyAsString,
            BodyAsJson = body?.BodyAsJson,
            BodyAsBytes = body?.DetectedBodyType == BodyType.Bytes ? body.BodyAsBytes : null,
            BodyEncoding = body?.Encoding is { } encoding
                ? new EncodingModel { CodePage = encoding.CodePage, EncodingName = encoding.EncodingName, WebName = encoding.WebName }
                : null,
            DetectedBodyType = body?.DetectedBodyType?.ToString(),
            DetectedBodyTypeFromContentType = body?.DetectedBodyTypeFromContentType?.ToString(),
        };
    }

    private static LogResponseModel ResponseOf(JournalEntry entry)
    {
        if (entry.Response is not { } response)
        {
            return new LogResponseModel { DateTime = entry.Started.UtcDateTime };
        }

        var body = WireMockRequests.BodyOf(response.Body, response.Headers["Content-Type"]);
        var headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in response.Headers)
        {
            (headers.TryGetValue(name, out var values) ? values : headers[name] = new WireMockList<string>()).Add(value);
        }

        return new LogResponseModel
        {
            StatusCode = response.Status,
            Headers = headers,
            Body = body?.DetectedBodyType == BodyType.String ? body.BodyAsString : null,
            BodyAsJson = body?.BodyAsJson,
            BodyAsBytes = body?.DetectedBodyType == BodyType.Bytes ? body.BodyAsBytes : null,
            DetectedBodyType = body?.DetectedBodyType?.ToString(),
            DateTime = entry.Started.UtcDateTime + entry.Exchange.Elapsed,
        };
    }
}
