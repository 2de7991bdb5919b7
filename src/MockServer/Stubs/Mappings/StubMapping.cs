using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.RegularExpressions;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Mappings;

/// <summary>A stub: a request pattern and the response to the requests that match it.</summary>
internal sealed record StubMapping
{
    public const int DefaultPriority = 5;

    /// <summary>Null until the stub is registered, if it was posted without one.</summary>
    public Guid? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The smaller, the sooner; of equal priorities the stub that was added last responds.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>Whether the stub is saved to the stub folder as soon as it is registered.</summary>
    public bool IsPersistent { get; init; }

    /// <summary>Null: not in a scenario.</summary>
    public ScenarioStep? Scenario { get; init; }

    public RequestPattern Request { get; init; } = RequestPattern.Anything;

    public ResponseDefinition Response { get; init; } = ResponseDefinition.Ok;

    /// <summary>An object; null: none.</summary>
    public JsonElement? Metadata { get; init; }

    /// <summary>The file of the stub folder that has this stub alone, by its name in the folder; null: none.</summary>
    public string? File { get; init; }

    /// <summary>The stub's JSON as it was posted.</summary>
    public required JsonElement Posted { get; init; }

    /// <summary>The stub in WireMock.Net's form, in which it was posted; null: it was posted in Java WireMock's.</summary>
    public MappingModel? Model { get; init; }

    /// <summary>The stub's size as it was posted. Bytes.</summary>
    public int Size => JsonMarshal.GetRawUtf8Value(Posted).Length;

    /// <summary>Whether the stub has metadata that match.</summary>
    public bool HasMetadata(ValuePattern pattern) =>
        Metadata is { } metadata && pattern.Matches(new PatternValue(metadata.GetRawText(), new PatternTimeouts()));

    /// <summary>
    /// Writes the stub as it was posted, with its id in both of Java WireMock's members and with the method and the status that it adds;
    /// one in WireMock.Net's form with that form's id.
    /// </summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        if (Model is not null)
        {
            WriteModelTo(writer);
            return;
        }

        writer.WriteStartObject();
        WriteId(writer, "id");
        WriteWithDefault(writer, "request", "method", () => writer.WriteStringValue(MethodPattern.AnyName));
        WriteWithDefault(writer, "response", "status", () => writer.WriteNumberValue(Response.Status));
        WriteId(writer, "uuid");
        foreach (var member in Posted.EnumerateObject())
        {
            if (member.Name is not ("id" or "uuid" or "request" or "response"))
            {
                member.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private void WriteModelTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        WriteId(writer, nameof(MappingModel.Guid));
        foreach (var member in Posted.EnumerateObject().Where(member => member.Name != nameof(MappingModel.Guid)))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteId(Utf8JsonWriter writer, string name)
    {
        if (Id is { } id)
        {
            writer.WriteString(name, id);
        }
    }

    private void WriteWithDefault(Utf8JsonWriter writer, string name, string defaulted, Action writeDefault)
    {
        writer.WriteStartObject(name);
        var posted = Posted.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : default;
        var isGiven = posted.ValueKind == JsonValueKind.Object && posted.TryGetProperty(defaulted, out var given)
            && given.ValueKind != JsonValueKind.Null;
        if (posted.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in posted.EnumerateObject().Where(member => isGiven || member.Name != defaulted))
            {
                member.WriteTo(writer);
            }
        }

        if (!isGiven)
        {
            writer.WritePropertyName(defaulted);
            writeDefault();
        }

        writer.WriteEndObject();
    }
}
