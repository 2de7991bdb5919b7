using System.Buffers;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Exchanges;
using SocialContract.MockServer.Admin.Stubs;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Proxying;
using SocialContract.MockServer.Proxying.Recording;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Admin.Recordings;

/// <summary>
/// Recordings, as WireMock for Java has them: responses of a server that are in the journal become stubs. They have no secrets, since the
/// journal shows none.
/// </summary>
/// <param name="journal">Null: none is kept, so that nothing can be recorded.</param>
/// <param name="proxy">Forwards requests while they are recorded.</param>
internal sealed class RecordingEndpoints(StubServer stubs, StubReader reader, RequestJournal? journal, ProxyParts proxy)
{
    /// <summary>WireMock's number for a recording that is not in progress.</summary>
    private const int NotRecording = 30;

    private readonly Lock _lock = new();

    /// <summary>Null: no recording was started; its end is null while it is in progress.</summary>
    private Recording? _recording;

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("POST", "/recordings/start", Start),
        new("POST", "/recordings/stop", Stop),
        new("POST", "/recordings/snapshot", Snapshot),
        new("GET", "/recordings/status", _ => Status()),
    ];

    private MockResponse Start(AdminRequest request)
    {
        var spec = RecordSpec.Read(request.Body, reader, out var faults);
        if (faults.Count > 0)
        {
            return StubFaults.Of(request.Redactor, new StubReadResult.Refused(faults));
        }

        if (journal is null)
        {
            return WithoutJournal(request);
        }

        if (spec.Target is null && proxy.Route.Target is null)
        {
            return StubFaults.Of(
                request.Redactor, "/targetBaseUrl", "No server", "targetBaseUrl names the server whose responses are recorded.");
        }

        if (!proxy.IsAllowed)
        {
            return StubFaults.Of(
                request.Redactor,
                "/targetBaseUrl",
                "Forwarding is not allowed",
                "The mock does not listen on loopback alone, so that it forwards no requests unless it was started to forward them.");
        }

        lock (_lock)
        {
            if (_recording is { IsInProgress: true })
            {
                // As in WireMock for Java: the recording in progress goes on with what it has.
                return AdminResponse.Done;
            }

            _recording = new Recording(spec, journal.Entries is [.., var last] ? last.Id : null, IsInProgress: true);
            proxy.Route.Record(spec.Target);
        }

        return AdminResponse.Done;
    }

    private MockResponse Stop(AdminRequest request)
    {
        Recording? ended;
        lock (_lock)
        {
            ended = _recording is { IsInProgress: true } ? _recording : null;
            _recording = ended is null ? _recording : ended with { IsInProgress = false };
            proxy.Route.Record(null);
        }

        return ended is null
            ? new AdminFaults(
                [new AdminFault(NotRecording, new AdminFaultSource(""), "Not currently recording.", "No recording is in progress.")])
                .Response(400)
            : Register(request, ended.Spec, ended.After);
    }

    private MockResponse Snapshot(AdminRequest request)
    {
        var spec = RecordSpec.Read(request.Body, reader, out var faults);
        return faults.Count > 0 ? StubFaults.Of(request.Redactor, new StubReadResult.Refused(faults))
            : journal is null ? WithoutJournal(request)
            : Register(request, spec, null);
    }

    private MockResponse Status()
    {
        lock (_lock)
        {
            var status = _recording is null ? "NeverStarted" : _recording.IsInProgress ? "Recording" : "Stopped";
            return AdminResponse.Json(200, Encoding.UTF8.GetBytes($$"""{"status":"{{status}}"}"""));
        }
    }

    private static MockResponse WithoutJournal(AdminRequest request) => StubFaults.Of(
        request.Redactor, "", "No journal", "Responses are recorded from the journal, and the mock was started without one.");

    /// <param name="after">The last entry that is not recorded; null: all are.</param>
    private MockResponse Register(AdminRequest request, RecordSpec spec, Guid? after)
    {
        var entries = journal!.Entries;
        var first = after is null ? 0 : entries.ToList().FindIndex(entry => entry.Id == after) + 1;
        var recorded = entries.Skip(first).Where(entry => IsRecorded(entry, spec))
            .Select(entry => RecordedStub.Of(RecordedExchange.Of(entry.Exchange), usesFiles: false));
        var added = new List<StubMapping>();
        foreach (var stub in RecordedStub.Stubs(recorded, spec.Repeats))
        {
            if (spec.IsPersistent)
            {
                stub["persistent"] = true;
            }

            try
            {
                if (reader.Read(Encoding.UTF8.GetBytes(RecordedStub.Text(stub))) is StubReadResult.Single single)
                {
                    added.Add(stubs.Add(single.Mapping));
                }
            }
            catch (StubRefusedException refused)
            {
                return StubFaults.Of(request.Redactor, refused);
            }
        }

        return Json(added, spec.ShowsIds);
    }

    private static MockResponse Json(List<StubMapping> added, bool showsIds)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AdminResponse.Written))
        {
            Write(writer, added, showsIds);
        }

        return AdminResponse.Json(200, buffer.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter writer, List<StubMapping> added, bool showsIds)
    {
        writer.WriteStartObject();
        writer.WriteStartArray(showsIds ? "ids" : "mappings");
        foreach (var stub in added)
        {
            if (showsIds)
            {
                writer.WriteStringValue(stub.Id!.Value);
            }
            else
            {
                stub.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Whether the response is a server's, and the journal has its whole body.</summary>
    private static bool IsRecorded(JournalEntry entry, RecordSpec spec) =>
        entry.Exchange is { Origin: { Kind: ExchangeOriginKind.Proxy, LacksBody: false }, Response: { } response }
        && response.Body.Length == entry.ResponseBodySize
        && entry.Request.Body.Length == entry.RequestBodySize
        && (spec.Ids.Count == 0 || spec.Ids.Contains(entry.Id.ToString()))
        && spec.Filter.Matches(new StubRequest(entry.Request));

    /// <param name="After">The last entry of the journal when it began; null: the journal was empty.</param>
    private sealed record Recording(RecordSpec Spec, Guid? After, bool IsInProgress);
}
