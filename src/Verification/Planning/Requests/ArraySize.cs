using System.Text.Json;
using System.Text.Json.Nodes;

namespace SocialContract.Verification.Planning.Requests;

/// <summary>Arrays of a wanted size, made of the elements that there are.</summary>
internal static class ArraySize
{
    /// <summary>
    /// The given number of elements: the first ones, then copies of the first with their scalars changed, so that no two are equal.
    /// </summary>
    public static JsonArray Of(JsonArray elements, int count)
    {
        var sized = new JsonArray();
        for (var index = 0; index < count; index++)
        {
            sized.Add(index < elements.Count ? elements[index]?.DeepClone() : Varied(elements[0], index));
        }

        return sized;
    }

    private static JsonNode? Varied(JsonNode? element, int index)
    {
        switch (element)
        {
            case JsonObject members:
                var copy = new JsonObject();
                foreach (var (name, value) in members)
                {
                    copy[name] = value is JsonValue && value.GetValueKind() == JsonValueKind.String
                        ? $"{value}-{index}" : value?.DeepClone();
                }

                return copy;
            case JsonValue when element.GetValueKind() == JsonValueKind.String:
                return $"{element}-{index}";
            case JsonValue when element.GetValueKind() == JsonValueKind.Number:
                return ExactValue.Moved(element.ToJsonString(), index) ?? element.DeepClone();
            default:
                return element?.DeepClone();
        }
    }
}
