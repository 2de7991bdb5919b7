using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Places;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Finds values that the document leaves undecided (<c>x-undecided</c>); a response to them proves nothing.</summary>
internal static class UndecidedValues
{
    /// <summary>The pointer of the first such value in a message; null where there is none.</summary>
    public static string? In(SchemaPlaces places, JsonNode parts)
    {
        foreach (var place in places.Undecided)
        {
            foreach (var list in places.At(place).Select(schema => schema.Member("x-undecided")).OfType<DocumentNode>())
            {
                var values = list.Value.ValueKind == JsonValueKind.Array ? list.Value.EnumerateArray().ToList() : [];
                foreach (var pointer in MessageValues.Find(parts, place))
                {
                    MessageValues.TryGet(parts, pointer, out var found);
                    if (values.Any(value => Same(value, found, place)))
                    {
                        return pointer;
                    }
                }
            }
        }

        return null;
    }

    private static bool Same(JsonElement value, JsonNode? found, string place)
    {
        if (!MessagePointer.Parse(place).IsInBody)
        {
            return TextOf(JsonValue.Create(value)) == TextOf(found);
        }

        return JsonNode.DeepEquals(value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(value.GetRawText()), found);
    }

    private static string TextOf(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "",
            JsonValueKind.String => node.ToString(),
            _ => node.ToJsonString(),
        };
}
