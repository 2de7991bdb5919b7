using SocialContract.Contract.Http;
using SocialContract.Contract.Model;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>An entry of a <c>content</c> map; everything about it is decided once.</summary>
internal sealed class BodyContent
{
    /// <param name="body">A body in one of its media types.</param>
    public BodyContent(MessageSite body, ShapeReader shapes)
    {
        Media = body.MediaType!;
        Shape = body.Schema is { } schema ? shapes.Read(schema.Node) : ValueShape.Unknown;
        Schema = (body.Schema?.Compiled(body.Direction) as CompileResult.Compiled)?.Schema;
        Format = FormatOf(Media.Name);
        Fields = new FormFields(Media, Shape);
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
