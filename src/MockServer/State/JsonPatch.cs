using System.Globalization;
using System.Text.Json.Nodes;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.State;

/// <summary>JSON Patch (RFC 6902), on the members of a resource.</summary>
internal static class JsonPatch
{
    /// <summary>Operations in one patch.</summary>
    private const int OperationLimit = 1000;

    /// <summary>The bytes of JSON that the operations of one patch may copy and move together.</summary>
    private const int CopyLimit = 1024 * 1024;

    /// <summary>Levels of the resource, as of the JSON of a request.</summary>
    private const int DepthLimit = 512;

    /// <summary>The members after all operations; null where one of them cannot be done: then nothing is.</summary>
    /// <param name="fault">Which operation, and why, as a sentence.</param>
    public static JsonObject? Apply(JsonObject members, JsonNode? patch, out string? fault)
    {
        fault = null;
        if (patch is not JsonArray operations || operations.Count > OperationLimit)
        {
            fault = $"A JSON Patch (RFC 6902) is an array of at most {OperationLimit} operations.";
            return null;
        }

        JsonNode? root = members.DeepClone();
        var copied = 0;
        for (var index = 0; index < operations.Count; index++)
        {
            if (Fault(ref root, operations[index], ref copied) is { } reason)
            {
                fault = $"The operation at index {index} of the JSON Patch cannot be done: {reason}.";
                return null;
            }
        }

        fault = root is JsonObject ? null : "The JSON Patch leaves no object.";
        return root as JsonObject;
    }

    private static string? Fault(ref JsonNode? root, JsonNode? operation, ref int copied)
    {
        if (operation is not JsonObject { } members || Text(members, "op") is not { } name || PathOf(members, "path") is not { } path)
        {
            return "it has no \"op\", or no \"path\" that is a JSON Pointer";
        }

        if (name is "add" or "replace" or "test" && !members.ContainsKey("value"))
        {
            return "it has no \"value\"";
        }

        switch (name)
        {
            case "add":
                return Add(ref root, path, members["value"]);
            case "remove":
                return Remove(ref root, path, out _);
            case "replace":
                return Remove(ref root, path, out _) ?? Add(ref root, path, members["value"]);
            case "test":
                return !TryGet(root, path, out var tested) ? Absent(path)
                    : JsonNode.DeepEquals(tested, members["value"]) ? null : $"{Shown(path)} has another value";
            case "move" or "copy" when PathOf(members, "from") is { } from:
                if (!TryGet(root, from, out var value))
                {
                    return Absent(from);
                }

                copied += value?.ToJsonString().Length ?? 4;
                return copied > CopyLimit ? "what is copied and moved is too large"
                    : name == "copy" ? Add(ref root, path, value)
                    : path.Length > from.Length && path.AsSpan(0, from.Length).SequenceEqual(from) ? "it moves a value into itself"
                    : Remove(ref root, from, out _) ?? Add(ref root, path, value);
            case "move" or "copy":
                return "it has no \"from\" that is a JSON Pointer";
            default:
                return "its \"op\" is none of add, remove, replace, move, copy and test";
        }
    }

    private static string? Add(ref JsonNode? root, string[] path, JsonNode? value)
    {
        if (path.Length + DepthOf(value) > DepthLimit)
        {
            return "its value is too deep";
        }

        if (path.Length == 0)
        {
            root = value?.DeepClone();
            return null;
        }

        switch (TryGet(root, path.AsSpan(..^1), out var parent) ? parent : null)
        {
            case JsonObject members:
                members[path[^1]] = value?.DeepClone();
                return null;
            case JsonArray elements when path[^1] == "-":
                elements.Add(value?.DeepClone());
                return null;
            case JsonArray elements when IndexOf(path[^1]) is { } index && index <= elements.Count:
                elements.Insert(index, value?.DeepClone());
                return null;
            default:
                return Absent(path);
        }
    }

    private static string? Remove(ref JsonNode? root, string[] path, out JsonNode? removed)
    {
        if (!TryGet(root, path, out removed))
        {
            return Absent(path);
        }

        if (path.Length == 0)
        {
            root = null;
            return null;
        }

        TryGet(root, path.AsSpan(..^1), out var parent);
        if (parent is JsonObject members)
        {
            members.Remove(path[^1]);
        }
        else
        {
            ((JsonArray)parent!).RemoveAt(IndexOf(path[^1])!.Value);
        }

        return null;
    }

    private static bool TryGet(JsonNode? root, ReadOnlySpan<string> path, out JsonNode? value)
    {
        value = root;
        foreach (var token in path)
        {
            switch (value)
            {
                case JsonObject members when members.TryGetPropertyValue(token, out var member):
                    value = member;
                    break;
                case JsonArray elements when IndexOf(token) is { } index && index < elements.Count:
                    value = elements[index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static int DepthOf(JsonNode? value) => value switch
    {
        JsonObject members => 1 + members.Select(member => DepthOf(member.Value)).DefaultIfEmpty().Max(),
        JsonArray elements => 1 + elements.Select(DepthOf).DefaultIfEmpty().Max(),
        _ => 0,
    };

    /// <summary>Digits without leading zeros (RFC 6901, section 4).</summary>
    private static int? IndexOf(string token) =>
        (token == "0" || (token.Length > 0 && token[0] != '0'))
        && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string[]? PathOf(JsonObject operation, string name) =>
        Text(operation, name) is { } pointer && (pointer.Length == 0 || pointer[0] == '/') ? MessageValues.Tokens(pointer) : null;

    private static string? Text(JsonObject operation, string name) =>
        operation[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static string Absent(string[] path) => $"{Shown(path)} is not there";

    /// <summary>At most 60 characters of the pointer.</summary>
    private static string Shown(string[] path)
    {
        var pointer = path.Length == 0 ? "the whole resource" : $"/{string.Join('/', path)}";
        return pointer.Length > 60 ? $"{pointer[..60]}…" : pointer;
    }
}
