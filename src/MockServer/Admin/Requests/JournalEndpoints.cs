using System.Text.Json;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>The journal, as WireMock for Java serves it.</summary>
/// <param name="journal">Null: none is kept.</param>
internal sealed class JournalEndpoints(RequestJournal? journal, StubCatalog stubs)
{
    private static readonly RequestsJson Json = new(AdminResponse.Readable(RequestsJson.Default));

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/requests", List),
        new("GET", "/requests/unmatched", Unmatched),
        new("DELETE", "/requests", _ => Clear()),
        new("POST", "/requests/reset", _ => Clear()),
        new("GET", "/requests/{id}", Read),
        new("DELETE", "/requests/{id}", Remove),
    ];

    /// <summary>The last entry first.</summary>
    private IEnumerable<JournalEntry> Entries => journal?.Entries.Reverse() ?? [];

    private MockResponse List(AdminRequest request)
    {
        var faults = AdminFaults.Of(
            request.UnknownParameter("limit", "since", "unmatched", "matchingStub"),
            request.ReadNumber("limit", out var limit),
            request.ReadTime("since", out var since),
            request.ReadBoolean("unmatched", out var isUnmatched));
        if (faults is not null)
        {
            return faults.Response(400);
        }

        var entries = Entries.Where(entry => !isUnmatched || !entry.WasMatched).ToList();
        var selected = entries
            .Where(entry => since is null || entry.Started > since)
            .Where(entry => !request.Query.TryGetValue("matchingStub", out var stub) || entry.Exchange.Origin.Stub?.ToString() == stub)
            .Take(limit ?? int.MaxValue)
            .Select(entry => ServeEvent.Of(entry, stubs));
        var body = new ServeEventList([.. selected], new ListMeta(entries.Count), journal is null);
        return AdminResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(body, Json.ServeEventList));
    }

    private MockResponse Unmatched(AdminRequest request)
    {
        if (request.UnknownParameter() is { } fault)
        {
            return fault.Response(400);
        }

        var requests = Entries.Where(entry => !entry.WasMatched).Select(LoggedRequest.Of);
        var body = new LoggedRequestList([.. requests], journal is null);
        return AdminResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(body, Json.LoggedRequestList));
    }

    private MockResponse Clear()
    {
        journal?.Clear();
        return AdminResponse.Done;
    }

    private MockResponse Read(AdminRequest request) =>
        request.ReadId(out var id) is { } fault ? fault.Response(400)
        : journal?.Find(id) is { } entry ? AdminResponse.Json(
            200, JsonSerializer.SerializeToUtf8Bytes(ServeEvent.Of(entry, stubs), Json.ServeEvent))
        : Unknown(request);

    private MockResponse Remove(AdminRequest request) =>
        request.ReadId(out var id) is { } fault ? fault.Response(400)
        : journal?.Remove(id) == true ? AdminResponse.Done
        : Unknown(request);

    private static MockResponse Unknown(AdminRequest request) =>
        AdminFault.Of(request.Request.Redactor, "/path/id", "No such request", $"The journal has no request {request.Parameter}.")
            .Response(404);
}
