using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>The body of a sample request.</summary>
/// <param name="ContentType">The value of the Content-Type header, with a boundary where the body is multipart.</param>
internal sealed record SampleBody(string ContentType, string Text)
{
    /// <summary>
    /// In characters. Where the first example is longer, the shortest example is used, so that it is readable in a terminal.
    /// </summary>
    private const int MaxFirstLength = 600;

    /// <summary>A JSON body where the operation accepts JSON, else a form, else an example that is a string.</summary>
    /// <returns>Null where no body can be built.</returns>
    public static SampleBody? Of(RequestBody body, SampleValues values) =>
        body.Content.OrderBy(media => Rank(media.Name)).Select(media => Of(media, values)).FirstOrDefault(sample => sample is not null);

    private static SampleBody? Of(MediaType media, SampleValues values)
    {
        if (!MediaTypeName.TryParse(media.Name, out var name))
        {
            return null;
        }

        var isJson = name.IsJson || name is { IsRange: true, IsText: false };
        if (isJson)
        {
            return values.Of(media.Examples, media.Schema, Readable) is { } value
                ? new(name.IsRange ? "application/json" : media.Name, SampleValues.Compact(value))
                : null;
        }

        if (name.IsUrlEncodedForm || name.IsMultipartForm)
        {
            var fields = values.Of(media.Examples, media.Schema, Readable) is { ValueKind: JsonValueKind.Object } form
                ? JsonObject.Create(form)
                : null;
            return name.IsUrlEncodedForm
                ? OfBytes(media.Name, FormWriter.UrlEncoded(fields))
                : OfBytes($"multipart/form-data; boundary={FormWriter.Boundary}", FormWriter.Multipart(fields));
        }

        var written = SampleValues.Written(media.Examples).Where(value => value.ValueKind == JsonValueKind.String).ToList();
        return written.Count > 0 ? new(name.IsRange ? "text/plain" : media.Name, Readable(written).GetString()!) : null;
    }

    private static SampleBody? OfBytes(string contentType, byte[]? bytes) =>
        bytes is null ? null : new(contentType, System.Text.Encoding.UTF8.GetString(bytes));

    private static int Rank(string mediaType) =>
        !MediaTypeName.TryParse(mediaType, out var name) ? 3
        : name.IsJson || name is { IsRange: true, IsText: false } ? 0
        : name.IsUrlEncodedForm || name.IsMultipartForm ? 1
        : 2;

    private static JsonElement Readable(IReadOnlyList<JsonElement> examples) =>
        SampleValues.Compact(examples[0]).Length <= MaxFirstLength
            ? examples[0]
            : examples.MinBy(example => SampleValues.Compact(example).Length);
}
