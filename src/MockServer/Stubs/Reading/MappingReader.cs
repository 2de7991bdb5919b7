using System.Text.Json;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads a stub.</summary>
internal sealed class MappingReader(RequestPatternReader requests)
{
    /// <summary>What editors take the schema of stubs from.</summary>
    public const string SchemaHint = "$schema";

    private static readonly string[] Members =
    [
        "id", "uuid", "name", "priority", "persistent", "scenarioName", "requiredScenarioState", "newScenarioState", "request", "response",
        "metadata", "serveEventListeners", "postServeActions", "insertionIndex", SchemaHint,
    ];

    /// <param name="node">An object.</param>
    public StubMapping Read(StubNode node)
    {
        node.CheckMembers(Members);
        foreach (var name in (string[])["serveEventListeners", "postServeActions"])
        {
            RefuseListeners(node.Member(name));
        }

        return new StubMapping
        {
            Id = Id(node),
            Name = node.Member("name")?.Text(),
            Priority = node.Member("priority")?.Integer(int.MinValue, int.MaxValue) ?? StubMapping.DefaultPriority,
            IsPersistent = node.Member("persistent")?.Flag() ?? false,
            Scenario = Scenario(node),
            Request = ObjectMember(node, "request") is { } request ? requests.Read(request) : RequestPattern.Anything,
            Response = ObjectMember(node, "response") is { } response ? ResponseDefinitionReader.Read(response) : ResponseDefinition.Ok,
            Metadata = ObjectMember(node, "metadata")?.Value,
            Posted = node.Value,
        };
    }

    private static StubNode? ObjectMember(StubNode node, string name) =>
        node.Member(name) is { } member && member.IsObject() ? member : null;

    private static Guid? Id(StubNode node)
    {
        var (id, uuid) = (ReadId(node.Member("id")), ReadId(node.Member("uuid")));
        if (id is not null && uuid is not null && id != uuid)
        {
            node.Member("uuid")!.Value.Fault("it differs from `id`, which means the same; leave one of them out");
        }

        return id ?? uuid;
    }

    private static Guid? ReadId(StubNode? node)
    {
        if (node?.Text() is not { } text)
        {
            return null;
        }

        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id;
        }

        node.Value.Fault($"'{text}' is not a UUID, such as 0f8fad5b-d9cb-469f-a165-70867728950e");
        return null;
    }

    private static ScenarioStep? Scenario(StubNode node)
    {
        var (required, next) = (node.Member("requiredScenarioState"), node.Member("newScenarioState"));
        if (node.Member("scenarioName")?.Text() is { } scenario)
        {
            return new ScenarioStep(scenario, required?.Text(), next?.Text());
        }

        required?.Fault("it has no effect without `scenarioName`; name the scenario");
        next?.Fault("it has no effect without `scenarioName`; name the scenario");
        return null;
    }

    /// <summary>An empty list is what clients send that have none.</summary>
    private static void RefuseListeners(StubNode? node)
    {
        var isEmpty = node is not { } listeners
            || (listeners.Kind == JsonValueKind.Array && listeners.Value.GetArrayLength() == 0)
            || (listeners.Kind == JsonValueKind.Object && listeners.Value.GetPropertyCount() == 0);
        if (!isEmpty)
        {
            node!.Value.Fault("webhooks and other listeners are not supported; leave them out");
        }
    }
}
