using System.Text.Json;
using System.Text.Json.Serialization;
using SocialContract.MockServer.Admin.Requests;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Admin.Stubs;

/// <summary>The scenarios of stubs and their states, as WireMock for Java serves them.</summary>
internal sealed class ScenarioEndpoints(StubServer stubs)
{
    public IReadOnlyList<AdminEndpoint> All =>
    [
        new("GET", "/scenarios", _ => List()),
        new("POST", "/scenarios/reset", _ => Reset()),
        new("PUT", "/scenarios/{name}/state", SetState),
    ];

    private MockResponse List()
    {
        var scenarios = stubs.Mappings.Where(stub => stub.Scenario is not null)
            .GroupBy(stub => stub.Scenario!.Scenario, StringComparer.Ordinal)
            .Select(group => new ShownScenario(
                group.Key,
                group.Key,
                stubs.Scenarios.Of(group.Key) ?? ScenarioStep.Started,
                StatesOf(group),
                [.. group.Select(stub => new ShownStub(stub))]));
        var body = new ShownScenarios([.. scenarios]);
        return AdminResponse.Json(200, JsonSerializer.SerializeToUtf8Bytes(body, ScenarioJson.Default.ShownScenarios));
    }

    private static List<string> StatesOf(IEnumerable<StubMapping> stubs) =>
    [
        .. stubs.SelectMany(stub => new[] { stub.Scenario!.RequiredState, stub.Scenario.NewState }).OfType<string>()
            .Prepend(ScenarioStep.Started).Distinct(),
    ];

    private MockResponse Reset()
    {
        stubs.Scenarios.Store.Clear();
        return AdminResponse.Done;
    }

    /// <summary>Without a body, the scenario begins again.</summary>
    private MockResponse SetState(AdminRequest request)
    {
        var steps = stubs.Mappings.Where(stub => stub.Scenario?.Scenario == request.Parameter).ToList();
        if (steps.Count == 0)
        {
            return AdminFault.Of(
                request.Redactor, "/path/name", "No such scenario", $"No stub has the scenario '{request.Parameter}'.").Response(404);
        }

        var state = ScenarioStep.Started;
        if (!request.Body.IsEmpty)
        {
            if (!TryReadState(request.Body, out var wanted))
            {
                return StubFaults.Of(request.Redactor, "/state", "Invalid state", "The body is {\"state\": \"NAME\"}.");
            }

            state = wanted;
        }

        if (!StatesOf(steps).Contains(state))
        {
            var detail = $"The scenario has the states {string.Join(", ", StatesOf(steps))}; found '{state}'.";
            return StubFaults.Of(request.Redactor, "/state", "No such state", detail);
        }

        stubs.Scenarios.Set(request.Parameter, state);
        return AdminResponse.Done;
    }

    private static bool TryReadState(ReadOnlyMemory<byte> body, out string state)
    {
        state = "";
        try
        {
            var root = JsonElement.Parse(body.Span);
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("state", out var value)
                && value.ValueKind == JsonValueKind.String)
            {
                state = value.GetString()!;
                return true;
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

internal sealed record ShownScenarios(IReadOnlyList<ShownScenario> Scenarios);

/// <param name="State">The state now.</param>
internal sealed record ShownScenario(
    string Id, string Name, string State, IReadOnlyList<string> PossibleStates, IReadOnlyList<ShownStub> Mappings);

[JsonSerializable(typeof(ShownScenarios))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ScenarioJson : JsonSerializerContext;
