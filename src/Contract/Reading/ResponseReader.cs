using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Reading;

/// <summary>
/// Reads <c>responses</c> and <c>requestBody</c> (OpenAPI 3.1, sections 4.8.13, 4.8.16 and 4.8.17). A component that several operations
/// share is read once.
/// </summary>
internal sealed class ResponseReader(ModelContext context, ParameterReader parameters, ContentReader contents)
{
    private readonly Dictionary<(PlaceId, ResponseKey Key), Response> _responses = [];
    private readonly Dictionary<PlaceId, RequestBody> _bodies = [];

    /// <summary>In document order, without keys that are neither a status, a range nor <c>default</c>.</summary>
    public IReadOnlyList<Response> Responses(DocumentNode operation)
    {
        var responses = new List<Response>();
        foreach (var (name, entry) in operation.Member("responses")?.Members() ?? [])
        {
            if (!ResponseKey.TryParse(name, out var key)
                || context.Documents.Follow(entry) is not { Value.ValueKind: JsonValueKind.Object } node)
            {
                continue;
            }

            if (!_responses.TryGetValue((node.Place, key), out var response))
            {
                response = Create(key, entry, node);
                _responses.Add((node.Place, key), response);
            }

            responses.Add(response);
        }

        return responses;
    }

    /// <summary>Null if the operation has no body, or one that cannot be read.</summary>
    public RequestBody? Body(DocumentNode operation)
    {
        if (operation.Member("requestBody") is not { } entry
            || context.Documents.Follow(entry) is not { Value.ValueKind: JsonValueKind.Object } node)
        {
            return null;
        }

        if (!_bodies.TryGetValue(node.Place, out var body))
        {
            body = new RequestBody
            {
                Required = node.Flag("required"),
                Content = contents.Read(node),
                Source = context.Provenances.Of(node).Source,
                Node = node,
            };
            _bodies.Add(node.Place, body);
        }

        return body;
    }

    private Response Create(ResponseKey key, DocumentNode entry, DocumentNode node) => new()
    {
        Key = key,
        Description = entry.Text("description") ?? node.Text("description") ?? "",
        Headers = parameters.Headers(node),
        Content = contents.Read(node),
        Links = node.Member("links")?.Members().ToDictionary(link => link.Name, link => link.Node) ?? [],
        Source = context.Provenances.Of(node).Source,
        Node = node,
    };
}
