using System.Globalization;
using System.Text.Json.Nodes;
using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Messages;

/// <summary>
/// Reads and edits the values of a message, held in one JSON object so that the pointers of rules and violations reach each of them:
/// <c>{"path": {…}, "query": {…}, "header": {…}, "cookie": {…}, "body": …}</c>.
/// </summary>
internal static class MessageValues
{
    /// <summary>The pointers that a pattern (<c>*</c>: any element or member) names in the message, in order.</summary>
    public static IReadOnlyList<string> Find(JsonNode parts, string pattern)
    {
        var found = new List<string>();
        Find(parts, Tokens(pattern), 0, "", found);
        return found;
    }

    /// <summary>The values that a pattern names in the message, in order, found while they are enumerated.</summary>
    internal static IEnumerable<JsonNode?> ValuesAt(JsonNode? parts, string pattern)
    {
        IEnumerable<JsonNode?> values = [parts];
        foreach (var token in Tokens(pattern))
        {
            values = values.SelectMany(value => Children(value, token));
        }

        return values;
    }

    /// <summary>Whether the pointer leads somewhere; a JSON null there is a null <paramref name="value"/>.</summary>
    public static bool TryGet(JsonNode parts, string pointer, out JsonNode? value)
    {
        value = parts;
        foreach (var token in Tokens(pointer))
        {
            switch (value)
            {
                case JsonObject members when members.TryGetPropertyValue(token, out var member):
                    value = member;
                    break;
                case JsonArray elements when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < elements.Count:
                    value = elements[index];
                    break;
                default:
                    value = null;
                    return false;
            }
        }

        return true;
    }

    /// <summary>A copy with the value at the pointer; null where its parent is not there. An index beyond the end appends.</summary>
    public static JsonObject? Set(JsonObject parts, string pointer, JsonNode? value)
    {
        var copy = parts.DeepClone().AsObject();
        var (parent, name) = Split(copy, pointer);
        switch (parent)
        {
            case JsonObject members:
                members[name] = value?.DeepClone();
                return copy;
            case JsonArray elements when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                if (index < elements.Count)
                {
                    elements[index] = value?.DeepClone();
                }
                else
                {
                    elements.Add(value?.DeepClone());
                }

                return copy;
            default:
                return null;
        }
    }

    /// <summary>A copy without what the pointer names; null where it is not there.</summary>
    public static JsonObject? Remove(JsonObject parts, string pointer)
    {
        var copy = parts.DeepClone().AsObject();
        var (parent, name) = Split(copy, pointer);
        switch (parent)
        {
            case JsonObject members when members.Remove(name):
                return copy;
            case JsonArray elements when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < elements.Count:
                elements.RemoveAt(index);
                return copy;
            default:
                return null;
        }
    }

    /// <summary>The number of values in a value, itself included: the work of copying it.</summary>
    public static int CountIn(JsonNode? value)
    {
        var (count, waiting) = (0, new Stack<JsonNode>());
        Add(value);
        while (waiting.TryPop(out var next))
        {
            if (next is JsonArray elements)
            {
                foreach (var element in elements)
                {
                    Add(element);
                }
            }
            else
            {
                foreach (var (_, member) in next.AsObject())
                {
                    Add(member);
                }
            }
        }

        return count;

        void Add(JsonNode? inner)
        {
            count++;
            if (inner is JsonArray or JsonObject)
            {
                waiting.Push(inner);
            }
        }
    }

    /// <summary>Whether a pattern matches a pointer.</summary>
    public static bool Matches(string pattern, string pointer)
    {
        var (wanted, given) = (Tokens(pattern), Tokens(pointer));
        return wanted.Length == given.Length && wanted.Zip(given).All(pair => pair.First == "*" || pair.First == pair.Second);
    }

    public static string[] Tokens(string pointer) => pointer.Length == 0 ? [] : [.. pointer[1..].Split('/').Select(JsonPointer.Unescape)];

    /// <summary>The last name in a pointer, indexes and asterisks left out; empty where there is none.</summary>
    public static string NameOf(string pointer) =>
        Tokens(pointer).LastOrDefault(token => token != "*" && !token.All(char.IsAsciiDigit)) ?? "";

    public static string ParentOf(string pointer) => pointer[..Math.Max(pointer.LastIndexOf('/'), 0)];

    private static (JsonNode? Parent, string Name) Split(JsonObject parts, string pointer) =>
        TryGet(parts, ParentOf(pointer), out var parent) ? (parent, Tokens(pointer)[^1]) : (null, "");

    private static IEnumerable<JsonNode?> Children(JsonNode? parent, string token) => parent switch
    {
        JsonArray elements when token == "*" => elements,
        JsonArray elements when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < elements.Count => [elements[index]],
        JsonObject members when token == "*" => members.Select(member => member.Value),
        JsonObject members when members.TryGetPropertyValue(token, out var member) => [member],
        _ => [],
    };

    private static void Find(JsonNode? node, string[] tokens, int at, string pointer, List<string> found)
    {
        if (at == tokens.Length)
        {
            found.Add(pointer);
            return;
        }

        switch (node)
        {
            case JsonArray elements when tokens[at] == "*":
                for (var index = 0; index < elements.Count; index++)
                {
                    Find(elements[index], tokens, at + 1, $"{pointer}/{index}", found);
                }

                break;
            case JsonArray elements when int.TryParse(tokens[at], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                && index < elements.Count:
                Find(elements[index], tokens, at + 1, $"{pointer}/{index}", found);
                break;
            case JsonObject members when tokens[at] == "*":
                foreach (var (name, value) in members)
                {
                    Find(value, tokens, at + 1, $"{pointer}/{JsonPointer.Escape(name)}", found);
                }

                break;
            case JsonObject members when members.TryGetPropertyValue(tokens[at], out var member):
                Find(member, tokens, at + 1, $"{pointer}/{JsonPointer.Escape(tokens[at])}", found);
                break;
        }
    }
}
