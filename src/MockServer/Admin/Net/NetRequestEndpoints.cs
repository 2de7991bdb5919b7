using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Embedding;
using SocialContract.MockServer.Stubs.NetModels;
using SocialContract.MockServer.Stubs.Reading;
using WireMock.Admin.Requests;
using WireMock.Matchers.Request;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>The journal, as WireMock.Net serves it.</summary>
/// <param name="journal">Null: none is kept.</param>
internal sealed class NetRequestEndpoints(RequestJournal? journal, StubServer stubs)
{
    private const string NotFound = "Request not found";

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/requests", _ => Shown(Entries)),
        new("DELETE", "/requests", _ => Clear()),
        new("POST", "/requests/reset", _ => Clear()),
        new("GET", "/requests/unmatched", _ => Shown(Entries.Where(entry => !entry.WasMatched))),
        new("POST", "/requests/find", request => Matching(request, Shown)),
        new("GET", "/requests/find", OfStub),
        new("POST", "/requests/count", request => Matching(
            request, entries => NetResponse.Of(200, new RequestCountModel { Count = entries.Count() }))),
        new("GET", "/requests/{guid}", Read),
        new("DELETE", "/requests/{guid}", Remove),
    ];

    /// <summary>The oldest first.</summary>
    private IEnumerable<JournalEntry> Entries => journal?.Entries ?? [];

    private static MockResponse Shown(IEnumerable<JournalEntry> entries) => NetResponse.List(writer =>
    {
        foreach (var entry in entries)
        {
            ModelJson.Write(writer, LogEntries.Of(entry));
        }
    });

    private MockResponse Clear()
    {
        journal?.Clear();
        return NetResponse.Status(200, "Requests deleted");
    }

    private MockResponse Matching(AdminRequest request, Func<IEnumerable<JournalEntry>, MockResponse> then)
    {
        switch (StubReader.ReadRequestModel(request.Body))
        {
            case StubReadResult.RequestInModel read:
                IRequestMatcher matcher;
                try
                {
                    matcher = ModelConversion.RequestOf(stubs.WireMock, read.Model);
                }
                catch (Exception fault)
                {
                    return NetResponse.Refused(request, "The JSON is refused", $"WireMock.Net cannot convert it: {fault.Message}");
                }

                // The requests as they were sent decide, with their secrets.
                return then(journal?.Where(message => IsMatch(matcher, message)) ?? []);
            case StubReadResult.Refused refused:
                return NetResponse.Refused(request, refused);
            default:
                throw new InvalidOperationException("A request model is read or refused.");
        }
    }

    private static bool IsMatch(IRequestMatcher matcher, Contract.Messages.RequestMessage message)
    {
        var result = new RequestMatchResult();
        matcher.GetMatchingScore(WireMockRequests.Of(message), result);
        return result.IsPerfectMatch;
    }

    private MockResponse OfStub(AdminRequest request) =>
        request.Query.TryGetValue("mappingGuid", out var text) && Guid.TryParse(text, out var id)
        ? Shown(Entries.Where(entry => entry.Exchange.Origin.Stub == id))
        : NetResponse.Refused(request, "Invalid query", "The query is mappingGuid=GUID.", 400);

    private MockResponse Read(AdminRequest request) =>
        !Guid.TryParse(request.Parameter, out var id) ? NetResponse.NoId(request)
        : journal?.Find(id) is { } entry ? NetResponse.Of(200, LogEntries.Of(entry))
        : NetResponse.Status(404, NotFound);

    private MockResponse Remove(AdminRequest request) =>
        !Guid.TryParse(request.Parameter, out var id) ? NetResponse.NoId(request)
        : journal?.Remove(id) == true ? NetResponse.Status(200, "Request removed")
        : NetResponse.Status(404, NotFound);
}
