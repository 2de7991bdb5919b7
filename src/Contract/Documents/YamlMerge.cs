using System.Runtime.InteropServices;
using System.Text.Json;

namespace SocialContract.Contract.Documents;

/// <summary>Reads the members of the value of a merge key (<c>&lt;&lt;</c>, YAML 1.1).</summary>
internal static class YamlMerge
{
    /// <summary>
    /// The members of a mapping, or of each mapping of a list, as JSON texts with the places in them; offsets count from the start of the
    /// text. Null if the value is neither.
    /// </summary>
    public static List<(string Name, byte[] Json, YamlPlace[] Places)>? Members(byte[] json, YamlPlace[] places, int maxDepth)
    {
        ReadOnlyMemory<byte> text = json;
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = maxDepth });
        var root = document.RootElement;
        var members = new List<(string, byte[], YamlPlace[])>();
        foreach (var source in root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root })
        {
            if (source.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var member in source.EnumerateObject())
            {
                var value = JsonMarshal.GetRawUtf8Value(member.Value);
                text.Span.Overlaps(value, out var start);
                var end = start + value.Length;
                var own = places
                    .Where(place => place.Offset >= start && place.Offset < end)
                    .Select(place => place with { Offset = place.Offset - start });
                members.Add((member.Name, value.ToArray(), [.. own]));
            }
        }

        return members;
    }
}
