using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.State;

/// <summary>Reads and edits the JSON of resources.</summary>
internal static class ResourceJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512, AllowDuplicateProperties = false };

    public static bool TryParse(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out JsonNode? node)
    {
        node = null;
        try
        {
            node = utf8.IsEmpty ? null : JsonNode.Parse(utf8, null, Options);
        }
        catch (JsonException)
        {
            // The caller goes on without it.
        }

        return node is not null;
    }

    /// <summary>A string's text, a number as written; null for other values.</summary>
    public static string? TextOf(JsonNode? id) => id?.GetValueKind() switch
    {
        JsonValueKind.String => id.GetValue<string>(),
        JsonValueKind.Number => id.ToJsonString(),
        _ => null,
    };

    /// <summary>RFC 7396: a null removes a member, an object changes its members, any other value replaces.</summary>
    /// <param name="mayBeNull">Whether a null at a pointer is a value and is set; null: it never is.</param>
    public static JsonObject Patch(JsonObject target, JsonObject patch, Func<string, bool>? mayBeNull = null, string at = "")
    {
        var changed = target.DeepClone().AsObject();
        foreach (var (name, value) in patch)
        {
            var pointer = $"{at}/{JsonPointer.Escape(name)}";
            if (value is JsonObject members)
            {
                changed[name] = Patch(changed[name] as JsonObject ?? [], members, mayBeNull, pointer);
            }
            else if (value is null && mayBeNull?.Invoke(pointer) != true)
            {
                changed.Remove(name);
            }
            else
            {
                changed[name] = value?.DeepClone();
            }
        }

        return changed;
    }

    /// <summary>The target with the members of the other, which replace its own.</summary>
    public static JsonObject Over(JsonObject target, JsonObject others)
    {
        var changed = target.DeepClone().AsObject();
        foreach (var (name, value) in others)
        {
            changed[name] = value?.DeepClone();
        }

        return changed;
    }

    /// <summary>
    /// The body with another value at the pointer; the value itself for the empty pointer. Null where its parent is not there.
    /// </summary>
    public static JsonNode? With(JsonNode body, string pointer, JsonNode value) =>
        pointer.Length == 0 ? value
        : body is JsonObject members ? MessageValues.Set(members, pointer, value)
        : null;
}
