using System.Text.Json.Nodes;
using SocialContract.Contract.Generation.Examples.Preferences;
using SocialContract.Contract.Model;
using SocialContract.Contract.Resources;
using SocialContract.Contract.Validation;
using SocialContract.MockServer.Responding;

namespace SocialContract.MockServer.State;

/// <summary>A valid request to an operation of a resource.</summary>
internal sealed class StateRequest
{
    private readonly RequestVerdict _verdict;

    private StateRequest(
        MockRequest request,
        StateResources resources,
        Resource resource,
        Preference preference,
        RequestVerdict verdict,
        ResourcePath path)
    {
        (Message, Resources, Resource, Preference, _verdict, Path) = (request, resources, resource, preference, verdict, path);
        Responses = request.Contract.ResponsesOf(request.Route.Operation!);
        Body = verdict.Body is { } body && ResourceJson.TryParse(body.Root.Raw, out var node) ? node : null;
    }

    public MockRequest Message { get; }

    public StateResources Resources { get; }

    public Resource Resource { get; }

    public OperationResponses Responses { get; }

    public Operation Operation => Responses.Operation;

    public Preference Preference { get; }

    public ResourcePath Path { get; }

    /// <summary>Whether the body says how to change the resource (RFC 6902), not what it becomes.</summary>
    public bool IsJsonPatch => HasType("json-patch+json");

    /// <summary>Whether a null removes a member (RFC 7396), also where the document lets the member be null.</summary>
    public bool IsMergePatch => HasType("merge-patch+json");

    /// <summary>The body as JSON, also of a form; null where there is none.</summary>
    public JsonNode? Body { get; }

    /// <summary>Null where a path parameter has no text or number as its value.</summary>
    /// <param name="verdict">In use as long as the request.</param>
    public static StateRequest? Of(
        MockRequest request, StateResources resources, Resource resource, Preference preference, RequestVerdict verdict)
    {
        var operation = request.Route.Operation!;
        var isCollection = operation == resource.Create || operation == resource.List;
        var values = PathTemplate.Names(operation.Path).Take(resource.ParameterCount - (isCollection ? 1 : 0))
            .Select(name => Parameter(verdict, ParameterLocation.Path, name)).ToList();
        if (values.Exists(value => ResourceJson.TextOf(value) is null))
        {
            return null;
        }

        var parents = values.Take(values.Count - (isCollection ? 0 : 1)).Select(value => ResourceJson.TextOf(value)!);
        var path = new ResourcePath(resource, [.. parents], isCollection ? null : values[^1]);
        return new StateRequest(request, resources, resource, preference, verdict, path);
    }

    /// <summary>The value of a query parameter; null where it was not sent.</summary>
    public JsonNode? Query(string name) => Parameter(_verdict, ParameterLocation.Query, name);

    /// <summary>The values of the path's parameters by name, the id's left out.</summary>
    public JsonObject ParentMembers()
    {
        var members = new JsonObject();
        foreach (var name in PathTemplate.Names(Operation.Path).Take(Path.Parents.Count))
        {
            members[name] = Parameter(_verdict, ParameterLocation.Path, name);
        }

        return members;
    }

    private bool HasType(string subtype) =>
        Message.Message.Headers["Content-Type"]?.StartsWith($"application/{subtype}", StringComparison.OrdinalIgnoreCase) == true;

    private static JsonNode? Parameter(RequestVerdict verdict, ParameterLocation location, string name) =>
        verdict.TryGetParameter(location, name, out var json) && ResourceJson.TryParse(json.Span, out var node) ? node : null;
}
