using System.Text.Json.Nodes;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The response of a stub.</summary>
/// <param name="Headers">Several values of one name are kept apart.</param>
/// <param name="Body">Null: no body.</param>
internal sealed record StubResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, string? Body)
{
    /// <summary>Whether the body is a template of Handlebars.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>The body of the example that a template was made from; null where the body is not a template.</summary>
    public string? Example { get; init; }

    public JsonObject ToJson()
    {
        var response = new JsonObject { ["status"] = Status };
        if (Headers.Count > 0)
        {
            response["headers"] = new JsonObject(Headers
                .GroupBy(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase)
                .Select(group => KeyValuePair.Create(group.Key, group.Count() == 1
                    ? JsonValue.Create(group.First())
                    : (JsonNode?)new JsonArray([.. group.Select(value => JsonValue.Create(value))]))));
        }

        if (Body is not null)
        {
            response["body"] = Body;
        }

        if (IsTemplate)
        {
            response["transformers"] = new JsonArray("response-template");
        }

        return response;
    }
}
