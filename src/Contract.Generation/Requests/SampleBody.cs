using System.Text.Json;
using System.Text.Json.Nodes;
using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>The body of a sample request.</summary>
/// <param name="ContentType">A concrete media type, with what its reader needs to know.</param>
internal sealed record SampleBody(string ContentType, string Text)
{
    /// <summary>A longer first example gives way to the shortest one, so that it can be read in a terminal. Characters.</summary>
    private const int LongestFirst = 600;

    /// <summary>JSON where it is taken, else a form, else what the document gives as text.</summary>
    /// <returns>Null where no body can be made.</returns>
    public static SampleBody? Of(RequestBody body, SampleValues values) =>
        body.Content.OrderBy(media => Rank(media.Name)).Select(media => Of(media, values)).FirstOrDefault(made => made is not null);

    private static SampleBody? Of(MediaType media, SampleValues values)
    {
        if (!MediaTypeName.TryParse(media.Name, out var name))
        {
            return null;
        }

        var isJson = name.IsJson || name is { IsRange: true, IsText: false };
        if (isJson)
        {
            return values.Of(media.Examples, media.Schema, Shown) is { } value ? new(name.IsRange ? "application/json" : media.Name, SampleValues.Compact(value)) : null;
        }

        if (name.IsUrlEncodedForm || name.IsMultipartForm)
        {
            var fields = values.Of(media.Examples, media.Schema, Shown) is { ValueKind: JsonValueKind.Object } form ? JsonObject.Create(form) : null;
            return name.IsUrlEncodedForm ? Made(media.Name, FormWriter.UrlEncoded(fields)) : Made($"multipart/form-data; boundary={FormWriter.Boundary}", FormWriter.Multipart(fields));
        }

        var written = SampleValues.Written(media.Examples).Where(value => value.ValueKind == JsonValueKind.String).ToList();
        return written.Count > 0 ? new(name.IsRange ? "text/plain" : media.Name, Shown(written).GetString()!) : null;
    }

    private static SampleBody? Made(string contentType, byte[]? bytes) => bytes is null ? null : new(contentType, System.Text.Encoding.UTF8.GetString(bytes));

    private static int Rank(string mediaType) =>
        !MediaTypeName.TryParse(mediaType, out var name) ? 3
        : name.IsJson || name is { IsRange: true, IsText: false } ? 0
        : name.IsUrlEncodedForm || name.IsMultipartForm ? 1
        : 2;

    private static JsonElement Shown(IReadOnlyList<JsonElement> examples) =>
        SampleValues.Compact(examples[0]).Length <= LongestFirst ? examples[0] : examples.MinBy(example => SampleValues.Compact(example).Length);
}
