using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>An entry of the journal, as WireMock for Java writes it.</summary>
/// <param name="Response">Null if there was none, or if the client did not wait for it.</param>
/// <param name="SubEvents">One, with what WireMock has no member for.</param>
/// <param name="StubMapping">The stub that responded, as it is now; null if none did, if it is gone or not in Java WireMock's form.</param>
internal sealed record ServeEvent(
    Guid Id,
    LoggedRequest Request,
    ServedDefinition ResponseDefinition,
    LoggedResponse? Response,
    bool WasMatched,
    ServeTiming Timing,
    IReadOnlyList<SubEvent> SubEvents,
    ShownStub? StubMapping)
{
    public static ServeEvent Of(JournalEntry entry, StubCatalog stubs) => new(
        entry.Id,
        LoggedRequest.Of(entry),
        new ServedDefinition(entry.Response?.Status, entry.WasMatched ? null : false),
        entry.Response is { } response ? LoggedResponse.Of(response) : null,
        entry.WasMatched,
        ServeTiming.Of(entry.Exchange),
        [new SubEvent(ContractNotes.Type, 0, ContractNotes.Of(entry))],
        entry.Exchange.Origin.Stub is { } id && stubs.Find(id) is { } stub ? new ShownStub(stub, entry.StubSecrets) : null);
}

/// <summary>The response that was chosen.</summary>
/// <param name="Status">Null if there was no response.</param>
/// <param name="FromConfiguredStub">False if nothing matched: WireMock's clients read <c>wasMatched</c> here. Else null.</param>
internal sealed record ServedDefinition(int? Status, bool? FromConfiguredStub);

/// <param name="TimeOffsetNanos">Since the request's arrival.</param>
internal sealed record SubEvent(string Type, long TimeOffsetNanos, ContractNotes Data);

/// <param name="Total">The number of entries without <c>limit</c> and <c>since</c>.</param>
internal sealed record ListMeta(int Total);

/// <summary>The body of <c>GET /__admin/requests</c>.</summary>
internal sealed record ServeEventList(IReadOnlyList<ServeEvent> Requests, ListMeta Meta, bool RequestJournalDisabled);

/// <summary>The body of <c>GET /__admin/requests/unmatched</c>.</summary>
internal sealed record LoggedRequestList(IReadOnlyList<LoggedRequest> Requests, bool RequestJournalDisabled);
