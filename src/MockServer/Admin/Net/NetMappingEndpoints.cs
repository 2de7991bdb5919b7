using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.State;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.NetModels;
using SocialContract.MockServer.Stubs.Reading;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>Stubs, as WireMock.Net serves them.</summary>
/// <param name="state">Null: none is kept.</param>
internal sealed class NetMappingEndpoints(StubServer stubs, StubReader reader, MockState? state)
{
    private const string Added = "Mapping added";
    private const string NotFound = "Mapping not found";

    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/mappings", _ => NetResponse.List(WriteAll)),
        new("POST", "/mappings", Post),
        new("DELETE", "/mappings", Delete),
        new("POST", "/mappings/reset", _ => Reset()),
        new("POST", "/mappings/save", Save),
        new("GET", "/mappings/{guid}", Read),
        new("PUT", "/mappings/{guid}", Put),
        new("DELETE", "/mappings/{guid}", DeleteOne),
        new("POST", "/reset", _ => ResetAll()),
    ];

    private void WriteAll(Utf8JsonWriter writer)
    {
        foreach (var stub in stubs.Mappings)
        {
            Write(writer, stub);
        }

        foreach (var stub in stubs.InCode)
        {
            ModelJson.Write(writer, stub.Shown);
        }
    }

    /// <summary>A stub in Java WireMock's form is the data of a model that says so.</summary>
    private static void Write(Utf8JsonWriter writer, StubMapping stub)
    {
        if (stub.Model is not null)
        {
            stub.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(nameof(MappingModel.Guid), stub.Id!.Value);
        if (stub.Name is { } name)
        {
            writer.WriteString(nameof(MappingModel.Title), name);
        }

        writer.WriteNumber(nameof(MappingModel.Priority), stub.Priority);
        writer.WriteStartObject(nameof(MappingModel.Request));
        if (stub.Request.ExactPath is { } path)
        {
            writer.WriteString(nameof(RequestModel.Path), path);
        }

        if (stub.Request.Method is { Negated: false, Names: [_, ..] names })
        {
            writer.WriteStartArray(nameof(RequestModel.Methods));
            foreach (var method in names)
            {
                writer.WriteStringValue(method);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteStartObject(nameof(MappingModel.Response));
        writer.WriteNumber(nameof(ResponseModel.StatusCode), stub.Response.Status);
        writer.WriteEndObject();
        writer.WriteStartObject(nameof(MappingModel.Data));
        writer.WritePropertyName("wiremock");
        stub.WriteTo(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private MockResponse Post(AdminRequest request) => reader.Read(request.Body) switch
    {
        StubReadResult.Single single => Add(request, [single.Mapping], 201, Added),
        StubReadResult.Collection { Mappings: [var single] } => Add(request, [single], 201, Added),
        StubReadResult.Collection collection => Add(request, collection.Mappings, 201, "Mappings added"),
        StubReadResult.Refused refused => NetResponse.Refused(request, refused),
        _ => throw new InvalidOperationException("Stubs are read or refused."),
    };

    private MockResponse Put(AdminRequest request) => !Guid.TryParse(request.Parameter, out var id) ? NetResponse.NoId(request)
        : reader.Read(request.Body) switch
        {
            StubReadResult.Single single =>
                Add(request, [single.Mapping with { Id = id, File = stubs.Catalog.Find(id)?.File }], 200, "Mapping added or updated"),
            StubReadResult.Refused refused => NetResponse.Refused(request, refused),
            _ => NetResponse.Refused(request, "Several stubs", "PUT takes one stub."),
        };

    private MockResponse Add(AdminRequest request, IReadOnlyList<StubMapping> posted, int status, string text)
    {
        if (stubs.RefusalOf(posted) is { } refused)
        {
            return NetResponse.Refused(request, refused);
        }

        var ids = posted.Select(stub => stubs.AddPosted(stub).Id).ToList();
        return NetResponse.Status(status, text, ids is [var single] ? single : null);
    }

    private MockResponse Read(AdminRequest request) =>
        !Guid.TryParse(request.Parameter, out var id) ? NetResponse.NoId(request)
        : stubs.Catalog.Find(id) is { } posted ? AdminResponse.Json(200, writer => Write(writer, posted))
        : stubs.InCode.FirstOrDefault(stub => stub.Stub.Guid == id) is { } inCode ? NetResponse.Of(200, inCode.Shown)
        : NetResponse.Status(404, NotFound);

    private MockResponse DeleteOne(AdminRequest request) =>
        !Guid.TryParse(request.Parameter, out var id) ? NetResponse.NoId(request)
        : stubs.Remove(id) ? NetResponse.Status(200, "Mapping removed", id)
        : NetResponse.Status(404, NotFound);

    /// <summary>The body may name the stubs to delete; without one all are deleted.</summary>
    private MockResponse Delete(AdminRequest request)
    {
        if (request.Body.IsEmpty)
        {
            stubs.RemoveAll();
            return NetResponse.Status(200, "Mappings deleted");
        }

        if (IdsIn(request.Body) is not { } ids)
        {
            return NetResponse.Status(400, "Poorly formed mapping JSON.");
        }

        return NetResponse.Status(200, $"Mappings deleted. Affected GUIDs: [{string.Join(", ", ids.Where(stubs.Remove))}]");
    }

    /// <returns>Null if the body does not name stubs.</returns>
    private static List<Guid>? IdsIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonElement.Parse(body.Span);
            JsonElement[] named = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
            var ids = named.Select(stub => stub.ValueKind == JsonValueKind.Object
                && stub.TryGetProperty(nameof(MappingModel.Guid), out var guid) && guid.ValueKind == JsonValueKind.String
                && guid.TryGetGuid(out var id) ? id : (Guid?)null).ToList();
            return ids.Contains(null) ? null : [.. ids.OfType<Guid>()];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private MockResponse Save(AdminRequest request)
    {
        try
        {
            return stubs.Save() is { } refusal
                ? NetResponse.Refused(request, "Nothing was saved", refusal)
                : NetResponse.Status(200, "Mappings saved to disk");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return NetResponse.Refused(request, "Not all stubs were saved", fault.Message);
        }
    }

    private MockResponse Reset()
    {
        stubs.ResetStubs();
        return NetResponse.Status(200, "Mappings reset");
    }

    private MockResponse ResetAll()
    {
        stubs.Reset();
        stubs.Journal?.Clear();
        state?.Reset();
        return NetResponse.Status(200, "Mock reset");
    }
}
