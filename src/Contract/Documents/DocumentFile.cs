using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Documents;

/// <summary>One file of a document, read once: its text, its content as JSON, and the position of each JSON value in the text.</summary>
public sealed class DocumentFile
{
    /// <summary>The number of pointers whose values are remembered.</summary>
    private const int MaxFound = 50_000;

    /// <summary>
    /// Objects with at least this many members, and arrays with as many elements, get an index, because <see cref="JsonElement"/> searches
    /// linearly.
    /// </summary>
    private const int IndexFrom = 24;

    private readonly ConcurrentDictionary<int, Dictionary<string, JsonElement>> _indexes = new();
    private readonly ConcurrentDictionary<string, JsonElement> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, JsonElement[]> _elements = new();
    private int _foundCount;
    private LineTable? _lines;

    /// <summary>
    /// Absolute <c>file:</c> URI; the base of the relative references in it, and the key under which its schemas are registered.
    /// </summary>
    public required Uri Uri { get; init; }

    /// <summary>The path as messages show it.</summary>
    public required string DisplayPath { get; init; }

    /// <summary>The file's bytes as they were read (UTF-8, JSON or YAML), without a byte order mark.</summary>
    public required ReadOnlyMemory<byte> Text { get; init; }

    /// <summary>The content as UTF-8 JSON: <see cref="Text"/> itself for a JSON file, its conversion for YAML.</summary>
    public required ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>
    /// The root of <see cref="Json"/>. Its document is never disposed, because the description uses it for as long as it lives.
    /// </summary>
    public required JsonElement Root { get; init; }

    internal PositionMap Map { get; init; } = JsonPositionMap.Instance;

    internal LineTable Lines => _lines ??= new LineTable(Text);

    /// <summary>The position in <see cref="Text"/> at which a value of this file begins.</summary>
    public DocumentPosition PositionOf(JsonElement value) => PositionAt(OffsetOf(value));

    /// <summary>The position in <see cref="Text"/> at which a member's name begins.</summary>
    public DocumentPosition PositionOf(JsonProperty member)
    {
        var name = JsonMarshal.GetRawUtf8PropertyName(member);
        return Json.Span.Overlaps(name, out var offset) ? PositionAt(Math.Max(offset - 1, 0)) : PositionOf(member.Value);
    }

    /// <summary>The offset of the value's first byte in <see cref="Json"/>: identifies a place without building its pointer.</summary>
    internal int OffsetOf(JsonElement value) =>
        Json.Span.Overlaps(JsonMarshal.GetRawUtf8Value(value), out var offset) ? offset : 0;

    internal DocumentPosition PositionAt(int jsonOffset)
    {
        var (line, column) = Map.Locate(this, jsonOffset);
        return new DocumentPosition(DisplayPath, line, column);
    }

    /// <summary>
    /// Finds the member with that name; false if the value is not an object or has no such member. Fast for objects of any size.
    /// </summary>
    internal bool TryGetMember(JsonElement value, string name, out JsonElement member)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            member = default;
            return false;
        }

        return value.GetPropertyCount() < IndexFrom
            ? value.TryGetProperty(name, out member)
            : _indexes.GetOrAdd(OffsetOf(value), static (_, large) => Index(large), value).TryGetValue(name, out member);
    }

    /// <summary>Finds the value at an RFC 6901 pointer (not percent-encoded); false if there is none.</summary>
    internal bool TryFind(string pointer, out JsonElement value)
    {
        if (_found.TryGetValue(pointer, out value))
        {
            return true;
        }

        value = Root;
        if (pointer.Length == 0)
        {
            return true;
        }

        if (pointer[0] != '/')
        {
            return false;
        }

        foreach (var range in pointer.AsSpan(1).Split('/'))
        {
            if (!Pointers.TryUnescape(pointer.AsSpan(1)[range], out var token) || !TryStep(value, token, out var next))
            {
                return false;
            }

            value = next;
        }

        if (_foundCount < MaxFound && _found.TryAdd(pointer, value))
        {
            Interlocked.Increment(ref _foundCount);
        }

        return true;
    }

    /// <summary>Finds the member with that name, or the element with that index.</summary>
    internal bool TryStep(JsonElement value, string token, out JsonElement next) =>
        TryGetMember(value, token, out next) || TryGetElement(value, token, out next);

    private bool TryGetElement(JsonElement value, string token, out JsonElement element)
    {
        var isIndex = value.ValueKind == JsonValueKind.Array
            && (token == "0" || token is [>= '1' and <= '9', ..])
            && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < value.GetArrayLength();
        element = isIndex ? ElementAt(value, int.Parse(token, CultureInfo.InvariantCulture)) : default;
        return isIndex;
    }

    /// <summary>The framework looks for an element from the first one on.</summary>
    private JsonElement ElementAt(JsonElement value, int index) => value.GetArrayLength() < IndexFrom
        ? value[index]
        : _elements.GetOrAdd(OffsetOf(value), static (_, large) => [.. large.EnumerateArray()], value)[index];

    private static Dictionary<string, JsonElement> Index(JsonElement value)
    {
        var index = new Dictionary<string, JsonElement>(value.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            index[member.Name] = member.Value;
        }

        return index;
    }
}
