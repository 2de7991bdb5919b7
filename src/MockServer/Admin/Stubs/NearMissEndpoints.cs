using System.Text.Json;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Admin.Requests;
using SocialContract.MockServer.Journal;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;
using SocialContract.MockServer.Stubs.Requests;
using SocialContract.MockServer.Stubs.Secrets;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>
/// The stubs that requests nearly matched, and the requests that a pattern nearly matches, as WireMock for Java serves them.
/// </summary>
/// <param name="journal">Null: none is kept.</param>
internal sealed class NearMissEndpoints(RequestJournal? journal, StubServer stubs, StubReader reader)
{
    /// <summary>Requests times stubs that are compared; older requests are left out.</summary>
    private const int MaxComparisons = 200_000;

    private static readonly RequestsJson Serialized = new(AdminResponse.Readable(RequestsJson.Default));

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/requests/unmatched/near-misses", _ => OfUnmatched()),
        new("POST", "/near-misses/request", OfRequest),
        new("POST", "/near-misses/request-pattern", OfPattern),
    ];

    private MockResponse OfUnmatched()
    {
        var limit = Math.Max(1, MaxComparisons / Math.Max(1, stubs.Mappings.Count));
        var unmatched = (journal?.Entries ?? []).Where(entry => !entry.WasMatched).Reverse().Take(limit);
        return Written([.. unmatched.SelectMany(
            entry => entry.NearestStubs.Select(near => new NearMiss(LoggedRequest.Of(entry), near, entry.StubSecrets)))]);
    }

    private MockResponse OfRequest(AdminRequest request)
    {
        if (LoggedRequestReader.Read(request.Body, out var fault) is not { } message)
        {
            return StubFaults.Of(request.Redactor, fault.Pointer, "Error parsing JSON", fault.Message);
        }

        var shown = LoggedRequest.Of(message);
        var secrets = journal is null ? new StubSecrets(request.Redactor.Knowing(message)) : journal.SecretsOf(message);
        return Written([.. stubs.Nearest(message, message)
            .Select(near => new NearMiss(shown, secrets is null ? near : near.Without(secrets), secrets))]);
    }

    private MockResponse OfPattern(AdminRequest request)
    {
        switch (reader.ReadRequestPattern(request.Body))
        {
            case StubReadResult.Request read:
                var distances = new List<double>();
                var entries = journal?.Where(message =>
                {
                    distances.Add(read.Pattern.Distance(new StubRequest(message)));
                    return true;
                }) ?? [];
                return Written([.. entries.Zip(distances).OrderBy(near => near.Second).Take(NearestStubs.MaxCount)
                    .Select(near => new NearMiss(LoggedRequest.Of(near.First), Pattern: request.Body, Distance: near.Second)
                    {
                        Differences = Differences(read.Pattern, near.First.Request),
                    })]);
            case StubReadResult.Refused refused:
                return StubFaults.Of(request.Redactor, refused);
            default:
                throw new InvalidOperationException("A request pattern is read or refused.");
        }
    }

    private static IReadOnlyList<StubDifference> Differences(RequestPattern pattern, RequestMessage shown)
    {
        var redacted = new StubRequest(shown);
        return NearestStubs.Differences(pattern, redacted, redacted);
    }

    private MockResponse Written(IReadOnlyList<NearMiss> misses) => AdminResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("nearMisses");
        foreach (var miss in misses)
        {
            Write(writer, miss);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private void Write(Utf8JsonWriter writer, NearMiss miss)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("request");
        JsonSerializer.Serialize(writer, miss.Request, Serialized.LoggedRequest);
        if (miss.Stub is { } near && stubs.Catalog.Find(near.Id) is { } stub)
        {
            writer.WritePropertyName("stubMapping");
            JsonSerializer.Serialize(writer, new ShownStub(stub, miss.Secrets), Serialized.ShownStub);
        }

        if (miss.Pattern is { } pattern)
        {
            writer.WritePropertyName("requestPattern");
            writer.WriteRawValue(pattern.Span);
        }

        writer.WriteStartObject("matchResult");
        writer.WriteNumber("distance", miss.Stub?.Distance ?? miss.Distance);
        writer.WriteStartArray("subEvents");
        foreach (var difference in miss.Stub?.Differences ?? miss.Differences)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "DIFFERENCE");
            writer.WriteNumber("timeOffsetNanos", 0);
            writer.WriteStartObject("data");
            writer.WriteString("expected", $"{difference.Part}: {difference.Expected}");
            writer.WriteString("actual", difference.Found ?? "");
            writer.WriteString("errorMessage", difference.ToString());
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();

        // WireMock has differences as descriptions, too, but leaves them empty, and its client for Java cannot read any.
        writer.WriteStartArray("diffDescriptions");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <param name="Secrets">Removes the secrets of the stub; null: it is shown with them.</param>
    /// <param name="Pattern">As posted; null: the request is compared with a stub.</param>
    private sealed record NearMiss(
        LoggedRequest Request,
        NearestStub? Stub = null,
        StubSecrets? Secrets = null,
        ReadOnlyMemory<byte>? Pattern = null,
        double Distance = 0)
    {
        public IReadOnlyList<StubDifference> Differences { get; init; } = [];
    }
}
