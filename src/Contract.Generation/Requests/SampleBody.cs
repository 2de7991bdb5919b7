using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Chooses the body of a sample request.</summary>
internal sealed class SampleBody(SampleValues values)
{
    /// <summary>
    /// In characters. Where the first example is longer, the shortest example is used, so that it is readable in a terminal.
    /// </summary>
    private const int MaxFirstLength = 600;

    /// <summary>Adds a JSON body where the operation accepts JSON, else a form, else an example that is a string.</summary>
    /// <returns>False where no body can be built.</returns>
    public bool TryAdd(RequestComposer request, RequestBody body) =>
        body.Content.Where(media => MediaTypes.Essence(media.Name).Length > 0)
            .OrderBy(media => Rank(media.Name))
            .Any(media => ValueFor(media) is { } value && request.TryAddBody(media, NodeOf(value)));

    private JsonElement? ValueFor(MediaType media)
    {
        if (MediaTypes.IsStructured(media.Name))
        {
            return values.Of(media.Examples, media.Schema, Readable);
        }

        var written = SampleValues.Written(media.Examples).Where(value => value.ValueKind == JsonValueKind.String).ToList();
        return written.Count > 0 ? Readable(written) : null;
    }

    private static int Rank(string mediaType) => MediaTypes.IsJson(mediaType) ? 0 : MediaTypes.IsStructured(mediaType) ? 1 : 2;

    private static JsonElement Readable(IReadOnlyList<JsonElement> examples) =>
        LengthOf(examples[0]) <= MaxFirstLength ? examples[0] : examples.MinBy(LengthOf);

    private static int LengthOf(JsonElement value) => Encoding.UTF8.GetCharCount(BodyWriter.Json(NodeOf(value)));

    private static JsonNode? NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
