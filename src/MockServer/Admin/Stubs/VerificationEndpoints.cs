using System.Text.Json;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Admin.Requests;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>Counts, finds and removes the requests that match a pattern, as WireMock for Java does: the ground of its assertions.</summary>
/// <param name="journal">Null: none is kept.</param>
internal sealed class VerificationEndpoints(RequestJournal? journal, StubServer stubs, StubReader reader)
{
    private static readonly RequestsJson Json = new(AdminResponse.Readable(RequestsJson.Default));

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("POST", "/requests/count", request => Matching(request, Count)),
        new("POST", "/requests/find", request => Matching(request, Find)),
        new("POST", "/requests/remove", request => Matching(request, Remove)),
        new("POST", "/requests/remove-by-metadata", RemoveByMetadata),
    ];

    /// <param name="then">Gets the entries that match, the last first.</param>
    private MockResponse Matching(AdminRequest request, Func<IReadOnlyList<JournalEntry>, MockResponse> then) =>
        reader.ReadRequestPattern(request.Body) switch
        {
            StubReadResult.Request read => then(
                [.. (journal?.Where(message => Matches(read.Pattern, message)) ?? []).Reverse()]),
            StubReadResult.Refused refused => StubFaults.Of(request.Redactor, refused),
            _ => throw new InvalidOperationException("A request pattern is read or refused."),
        };

    /// <summary>Removes the requests of the stubs whose metadata match.</summary>
    private MockResponse RemoveByMetadata(AdminRequest request)
    {
        switch (reader.ReadValuePattern(request.Body))
        {
            case StubReadResult.Value value:
                var matching = stubs.Mappings.Where(stub => stub.HasMetadata(value.Pattern)).Select(stub => stub.Id).ToHashSet();
                var entries = journal?.Entries ?? [];
                return Remove([.. entries.Where(entry => entry.Exchange.Origin.Stub is { } id && matching.Contains(id)).Reverse()]);
            case StubReadResult.Refused refused:
                return StubFaults.Of(request.Redactor, refused);
            default:
                throw new InvalidOperationException("A value pattern is read or refused.");
        }
    }

    private static bool Matches(RequestPattern pattern, RequestMessage message) => pattern.Matches(new StubRequest(message));

    private MockResponse Count(IReadOnlyList<JournalEntry> entries) => AdminResponse.Json(
        200, JsonSerializer.SerializeToUtf8Bytes(new RequestCount(entries.Count, journal is null), Json.RequestCount));

    private MockResponse Find(IReadOnlyList<JournalEntry> entries) => AdminResponse.Json(
        200,
        JsonSerializer.SerializeToUtf8Bytes(
            new LoggedRequestList([.. entries.Select(LoggedRequest.Of)], journal is null), Json.LoggedRequestList));

    private MockResponse Remove(IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries)
        {
            journal!.Remove(entry.Id);
        }

        return AdminResponse.Json(
            200,
            JsonSerializer.SerializeToUtf8Bytes(
                new RemovedEvents([.. entries.Select(entry => ServeEvent.Of(entry, stubs.Catalog))]), Json.RemovedEvents));
    }
}
