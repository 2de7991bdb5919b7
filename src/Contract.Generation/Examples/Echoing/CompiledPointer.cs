using System.Globalization;
using System.Text;
using System.Text.Json;
using SocialContract.Contract.Documents;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Generation.Examples.Echoing;

/// <summary>An RFC 6901 pointer, parsed once so that following it allocates nothing.</summary>
internal sealed class CompiledPointer
{
    private readonly (byte[] Name, int Index)[] _tokens;

    /// <param name="pointer">Empty, or beginning with a slash.</param>
    public CompiledPointer(string pointer)
    {
        Text = pointer;
        _tokens = [.. pointer.Split('/').Skip(1).Select(token => (Encoding.UTF8.GetBytes(JsonPointer.Unescape(token)), IndexOf(token)))];
    }

    /// <summary>The pointer as written.</summary>
    public string Text { get; }

    public bool TryFollow(JsonCursor value, out JsonCursor found)
    {
        found = value;
        foreach (var (name, index) in _tokens)
        {
            if (!(found.Kind == JsonValueKind.Array ? TryGetElement(found, index, out found) : found.TryGetProperty(name, out found)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGetElement(JsonCursor array, int index, out JsonCursor element)
    {
        foreach (var candidate in array.EnumerateArray())
        {
            if (index-- == 0)
            {
                element = candidate;
                return true;
            }
        }

        element = default;
        return false;
    }

    /// <summary>The token as an array index; -1 where it is not an index.</summary>
    private static int IndexOf(string token) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (token == "0" || token[0] != '0')
            ? index
            : -1;
}
