using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.State;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Reading;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>Stubs, as WireMock for Java serves them: they are read strictly, and returned as they were posted.</summary>
/// <param name="state">Null: none is kept.</param>
internal sealed class MappingEndpoints(StubServer stubs, StubReader reader, MockState? state)
{
    /// <summary>Options that a collection does not give: a stub replaces the one with its id, and the others stay.</summary>
    private static readonly JsonElement NoOptions = JsonElement.Parse("{}");

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/mappings", List),
        new("POST", "/mappings", Post),
        new("DELETE", "/mappings", _ => RemoveAll()),
        new("POST", "/mappings/reset", _ => Reset()),
        new("POST", "/mappings/import", Import),
        new("POST", "/mappings/find-by-metadata", request => WithMetadata(request, Mappings)),
        new("POST", "/mappings/remove-by-metadata", request => WithMetadata(request, Remove)),
        new("POST", "/mappings/remove", RemoveOne),
        new("GET", "/mappings/{id}", Read),
        new("PUT", "/mappings/{id}", Put),
        new("DELETE", "/mappings/{id}", RemoveById),
        new("GET", "/mappings/unmatched", _ => Mappings(Unmatched)),
        new("DELETE", "/mappings/unmatched", _ => Remove(Unmatched)),
        new("POST", "/mappings/save", Save),
        new("POST", "/reset", _ => ResetAll()),
    ];

    /// <summary>The last added first.</summary>
    private IReadOnlyList<StubMapping> Stubs => [.. stubs.Mappings];

    /// <summary>The stubs that responded to no request of the journal.</summary>
    private IReadOnlyList<StubMapping> Unmatched
    {
        get
        {
            var matched = (stubs.Journal?.Entries ?? []).Select(entry => entry.Exchange.Origin.Stub).ToHashSet();
            return [.. Stubs.Where(stub => !matched.Contains(stub.Id))];
        }
    }

    private MockResponse Save(AdminRequest request)
    {
        try
        {
            return stubs.Save() is { } refusal
                ? StubFaults.Of(request.Redactor, "", "Nothing was saved", refusal)
                : AdminResponse.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return StubFaults.Of(request.Redactor, "", "Not all stubs were saved", fault.Message);
        }
    }

    private MockResponse List(AdminRequest request)
    {
        var faults = AdminFaults.Of(
            request.UnknownParameter("limit", "offset"),
            request.ReadNumber("limit", out var limit),
            request.ReadNumber("offset", out var offset));
        if (faults is not null)
        {
            return faults.Response(400);
        }

        Action<Utf8JsonWriter>[] all = [.. Stubs.Select(Writing), .. stubs.InCode.Select(stub => (Action<Utf8JsonWriter>)stub.WriteAsJava)];
        return Mappings([.. all.Skip(offset ?? 0).Take(limit ?? int.MaxValue)], all.Length);
    }

    private MockResponse Read(AdminRequest request) =>
        Guid.TryParse(request.Parameter, out var id) && stubs.InCode.FirstOrDefault(stub => stub.Stub.Guid == id) is { } inCode
            ? AdminResponse.Json(200, inCode.WriteAsJava)
            : Of(request, stub => Json(200, stub));

    private MockResponse RemoveById(AdminRequest request) =>
        Guid.TryParse(request.Parameter, out var id) && stubs.Remove(id) ? AdminResponse.Done : Of(request, stub => Remove([stub]));

    private MockResponse Post(AdminRequest request) => reader.Read(request.Body) switch
    {
        StubReadResult.Single single => Add(request, single.Mapping, 201),
        StubReadResult.Refused refused => StubFaults.Of(request.Redactor, refused),
        _ => StubFaults.Of(
            request.Redactor, "/mappings", "Several stubs", "A collection of stubs is imported with POST /__admin/mappings/import."),
    };

    private MockResponse Put(AdminRequest request) => Of(request, known => reader.Read(request.Body) switch
    {
        StubReadResult.Single single => Add(request, single.Mapping with { Id = known.Id, File = known.File }, 200),
        StubReadResult.Refused refused => StubFaults.Of(request.Redactor, refused),
        _ => StubFaults.Of(request.Redactor, "/mappings", "Several stubs", "PUT takes one stub."),
    });

    private MockResponse Add(AdminRequest request, StubMapping posted, int status)
    {
        try
        {
            return Json(status, stubs.AddPosted(posted));
        }
        catch (StubRefusedException refused)
        {
            return StubFaults.Of(request.Redactor, refused);
        }
    }

    private MockResponse Import(AdminRequest request)
    {
        switch (reader.Read(request.Body))
        {
            case StubReadResult.Refused refused:
                return StubFaults.Of(request.Redactor, refused);
            case StubReadResult.Collection collection when stubs.RefusalOf(collection.Mappings) is { } refused:
                return StubFaults.Of(request.Redactor, refused);
            case StubReadResult.Collection collection:
                var options = collection.ImportOptions ?? NoOptions;
                var keepsKnown = options.TryGetProperty("duplicatePolicy", out var policy) && policy.ValueEquals("IGNORE");
                var known = Stubs.Select(stub => stub.Id).ToHashSet();
                var added = new HashSet<Guid?>();
                foreach (var stub in Enumerable.Reverse(collection.Mappings))
                {
                    added.Add(stub.Id is not null && keepsKnown && known.Contains(stub.Id) ? stub.Id : stubs.AddPosted(stub).Id);
                }

                if (options.TryGetProperty("deleteAllNotInImport", out var deletes) && deletes.ValueKind == JsonValueKind.True)
                {
                    Remove([.. Stubs.Where(stub => !added.Contains(stub.Id))]);
                }

                return AdminResponse.Done;
            default:
                return StubFaults.Of(request.Redactor, "", "One stub", "An import is a collection of stubs: {\"mappings\": [...]}.");
        }
    }

    private MockResponse WithMetadata(AdminRequest request, Func<IReadOnlyList<StubMapping>, MockResponse> then) =>
        reader.ReadValuePattern(request.Body) switch
        {
            StubReadResult.Value value => then([.. Stubs.Where(stub => stub.HasMetadata(value.Pattern))]),
            StubReadResult.Refused refused => StubFaults.Of(request.Redactor, refused),
            _ => throw new InvalidOperationException("A value pattern is read or refused."),
        };

    private MockResponse RemoveOne(AdminRequest request) => reader.Read(request.Body) switch
    {
        StubReadResult.Single { Mapping.Id: { } id } => Remove([.. Stubs.Where(stub => stub.Id == id)]),
        StubReadResult.Refused refused => StubFaults.Of(request.Redactor, refused),
        _ => StubFaults.Of(request.Redactor, "/id", "No id", "The stub to remove is named by its id."),
    };

    private MockResponse Remove(IReadOnlyList<StubMapping> removed)
    {
        stubs.Remove(removed);
        return AdminResponse.Done;
    }

    /// <summary>The stubs that people wrote into the folder come back.</summary>
    private MockResponse RemoveAll()
    {
        stubs.Remove(Stubs);
        return Reset();
    }

    private MockResponse Reset()
    {
        stubs.ResetStubs();
        return AdminResponse.Done;
    }

    private MockResponse ResetAll()
    {
        stubs.Reset();
        stubs.Journal?.Clear();
        state?.Reset();
        return AdminResponse.Done;
    }

    private MockResponse Of(AdminRequest request, Func<StubMapping, MockResponse> found) =>
        request.ReadId(out var id) is { } fault ? fault.Response(400)
        : stubs.Catalog.Find(id) is { } stub ? found(stub)
        : AdminFault.Of(request.Redactor, "/path/id", "No such stub", $"The mock has no stub {request.Parameter}.").Response(404);

    private static Action<Utf8JsonWriter> Writing(StubMapping stub) => stub.WriteTo;

    private static MockResponse Mappings(IReadOnlyList<StubMapping> shown) => Mappings([.. shown.Select(Writing)], shown.Count);

    private static MockResponse Mappings(IReadOnlyList<Action<Utf8JsonWriter>> shown, int total) => AdminResponse.Json(200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("mappings");
        foreach (var write in shown)
        {
            write(writer);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("meta");
        writer.WriteNumber("total", total);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static MockResponse Json(int status, StubMapping stub) => AdminResponse.Json(status, stub.WriteTo);
}
