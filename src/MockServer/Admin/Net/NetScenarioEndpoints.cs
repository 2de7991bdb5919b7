using System.Text.Json;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;
using WireMock;
using WireMock.Admin.Scenarios;

namespace SocialContract.MockServer.Admin.Net;

/// <summary>The scenarios of stubs and their states, as WireMock.Net serves them.</summary>
internal sealed class NetScenarioEndpoints(StubServer stubs)
{
    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/scenarios", _ => NetResponse.List(WriteAll)),
        new("DELETE", "/scenarios", _ => Reset()),
        new("POST", "/scenarios/reset", _ => Reset()),
        new("POST", "/scenarios/{name}/reset", ResetOne),
        new("DELETE", "/scenarios/{name}", ResetOne),
        new("PUT", "/scenarios/{name}/state", SetState),
    ];

    private IEnumerable<string> Names => stubs.Mappings.Select(stub => stub.Scenario?.Scenario)
        .Concat(stubs.InCode.Select(stub => stub.Stub.Scenario)).OfType<string>().Distinct(StringComparer.Ordinal);

    private void WriteAll(Utf8JsonWriter writer)
    {
        foreach (var name in Names)
        {
            var state = stubs.Scenarios.Store.TryGet(name, out var known) ? known : new ScenarioState { Name = name };
            writer.WriteStartObject();
            writer.WriteString(nameof(ScenarioStateModel.Name), name);
            writer.WriteString(nameof(ScenarioStateModel.NextState), state.NextState);
            writer.WriteBoolean(nameof(ScenarioStateModel.Started), state.Started);
            writer.WriteBoolean(nameof(ScenarioStateModel.Finished), state.Finished);
            writer.WriteNumber(nameof(ScenarioStateModel.Counter), state.Counter);
            writer.WriteEndObject();
        }
    }

    private MockResponse Reset()
    {
        if (Names.Any())
        {
            stubs.Scenarios.Store.Clear();
        }

        return NetResponse.Status(200, "Scenarios reset");
    }

    private MockResponse ResetOne(AdminRequest request) => Known(request, () =>
    {
        stubs.Scenarios.Store.TryRemove(request.Parameter);
        return NetResponse.Status(200, "Scenario reset");
    });

    private MockResponse SetState(AdminRequest request) => Known(request, () =>
    {
        if (!TryReadState(request.Body, out var state))
        {
            return NetResponse.Refused(request, "Invalid state", "The body is {\"State\": \"NAME\"}, or null for the first state.");
        }

        stubs.Scenarios.Set(request.Parameter, state ?? ScenarioStep.Started);
        return NetResponse.Status(200, $"Scenario state set to '{state}'");
    });

    /// <summary>WireMock.Net accepts any name, and a misspelt one has no effect; it is refused here.</summary>
    private MockResponse Known(AdminRequest request, Func<MockResponse> then) => Names.Contains(request.Parameter)
        ? then()
        : NetResponse.Status(404, request.Redactor.Text($"No scenario found by name '{request.Parameter}'."));

    private static bool TryReadState(ReadOnlyMemory<byte> body, out string? state)
    {
        state = null;
        try
        {
            var root = JsonElement.Parse(body.Span);
            if (root.ValueKind != JsonValueKind.Object
                || root.EnumerateObject().FirstOrDefault(
                    member => member.Name.Equals(nameof(ScenarioStateUpdateModel.State), StringComparison.OrdinalIgnoreCase))
                    is not { Value.ValueKind: JsonValueKind.String or JsonValueKind.Null } member)
            {
                return false;
            }

            state = member.Value.GetString();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
