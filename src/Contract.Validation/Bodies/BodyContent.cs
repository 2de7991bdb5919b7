using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>An entry of a <c>content</c> map; everything about it is decided once.</summary>
internal sealed class BodyContent
{
    public BodyContent(MediaType media, MessageDirection direction, ShapeReader shapes)
    {
        Media = media;
        Shape = media.Schema is { } schema ? shapes.Read(schema.Node) : ValueShape.Unknown;
        Schema = (media.Schema?.Compiled(direction) as CompileResult.Compiled)?.Schema;
        Format = FormatOf(media.Name);
        Fields = new FormFields(media, Shape);
    }

    public MediaType Media { get; }

    /// <summary>Null if the document has none: any content is valid.</summary>
    public CompiledSchema? Schema { get; }

    public ValueShape Shape { get; }

    /// <summary>The format of the entry's media type; of a range, the format depends on the type that is sent.</summary>
    public BodyFormat Format { get; }

    public FormFields Fields { get; }

    public static BodyFormat FormatOf(ReadOnlySpan<char> mediaType) =>
        MediaTypeName.TryParse(mediaType, out var name) ? FormatOf(name) : BodyFormat.Opaque;

    public static BodyFormat FormatOf(in MediaTypeName name) =>
        name.IsJson ? BodyFormat.Json
        : name.IsUrlEncodedForm ? BodyFormat.UrlEncodedForm
        : name.IsMultipartForm ? BodyFormat.MultipartForm
        : name.IsText ? BodyFormat.Text
        : name.IsBinary ? BodyFormat.Binary
        : BodyFormat.Opaque;
}
