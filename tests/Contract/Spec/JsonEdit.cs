using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialContract.Contract.Tests.Spec;

/// <summary>A change of a JSON value at an RFC 6901 pointer. It changes a copy.</summary>
internal abstract record JsonEdit(string Pointer)
{
    /// <summary>Leaves the value as it is.</summary>
    public static JsonEdit None { get; } = new Nothing();

    /// <summary>Takes away the member or element that the pointer names. It must be there.</summary>
    public static JsonEdit Remove(string pointer) => new Removal(pointer);

    /// <summary>
    /// Puts a value where the pointer names; its parent must be there. <c>-</c> appends to an array (RFC 6901, section 4).
    /// </summary>
    public static JsonEdit Set(string pointer, JsonNode? value) => new Setting(pointer, value);

    /// <summary>The changed copy.</summary>
    /// <exception cref="ArgumentException">The value has no such pointer, so the edit would have no effect.</exception>
    public JsonObject Apply(JsonObject document)
    {
        var copy = document.DeepClone().AsObject();
        Change(copy);
        return copy;
    }

    private protected abstract void Change(JsonObject copy);

    private protected (JsonNode Parent, string Name) Target(JsonNode root)
    {
        var tokens = Pointer.Split('/')[1..].Select(
            token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToArray();
        var parent = root;
        foreach (var token in tokens[..^1])
        {
            parent = (parent is JsonArray array ? array[Index(token)] : (parent as JsonObject)?[token]) ?? throw NotFound();
        }

        return (parent, tokens[^1]);
    }

    private protected static int Index(string token) => int.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture);

    private protected ArgumentException NotFound() => new($"The value has no {Pointer}.");

    private sealed record Nothing() : JsonEdit("")
    {
        private protected override void Change(JsonObject copy)
        {
        }
    }

    private sealed record Removal(string Pointer) : JsonEdit(Pointer)
    {
        private protected override void Change(JsonObject copy)
        {
            var (parent, name) = Target(copy);
            switch (parent)
            {
                case JsonObject members when members.Remove(name):
                    break;
                case JsonArray elements when Index(name) < elements.Count:
                    elements.RemoveAt(Index(name));
                    break;
                default:
                    throw NotFound();
            }
        }
    }

    private sealed record Setting(string Pointer, JsonNode? Value) : JsonEdit(Pointer)
    {
        private protected override void Change(JsonObject copy)
        {
            var (parent, name) = Target(copy);
            switch (parent)
            {
                case JsonObject members:
                    members[name] = Value?.DeepClone();
                    break;
                case JsonArray elements when name == "-":
                    elements.Add(Value?.DeepClone());
                    break;
                case JsonArray elements when Index(name) < elements.Count:
                    elements[Index(name)] = Value?.DeepClone();
                    break;
                default:
                    throw NotFound();
            }
        }
    }
}
