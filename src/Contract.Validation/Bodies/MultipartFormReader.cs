using System.Text;
using System.Text.Unicode;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Http;
using SocialContract.Contract.Validation.Decoding;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>Reads <c>multipart/form-data</c>; brackets in field names are read as in Rails.</summary>
/// <remarks>
/// A part is JSON by its Content-Type or, if it has none, by the property's encoding. A file, or a part of a media type that is not text,
/// is a string: its text, or base64 if it is not UTF-8. Other parts are text whose type depends on the schema.
/// </remarks>
internal static class MultipartFormReader
{
    /// <summary>Writes the form as a JSON object. Returns null, or what is wrong with it.</summary>
    public static string? Read(
        ReadOnlyMemory<byte> body, string contentType, BodyContent content, in BodyBounds bounds, MessageScratch scratch)
    {
        var boundary = MediaTypeName.TryParse(contentType, out var name) && name.TryGetParameter("boundary", out var given)
            ? given
            : default;
        var parts = new List<MultipartPart>();
        if (MultipartReader.Read(body.Span, boundary, bounds.MaxFormFields, parts) is { } fault)
        {
            return fault;
        }

        var tree = new FormTree(bounds.Json.MaxDepth);
        foreach (var part in parts)
        {
            var value = Value(part, body.Span.Slice(part.Start, part.Length), content, out var wrong);
            if ((wrong ?? tree.Add(part.Name, value)) is { } reason)
            {
                return reason;
            }
        }

        tree.Write(content.Shape, scratch.Json);
        return null;
    }

    private static FormValue Value(in MultipartPart part, ReadOnlySpan<byte> bytes, BodyContent content, out string? fault)
    {
        var format = part.ContentType is { } type ? BodyContent.FormatOf(type)
            : part.FileName is null && content.Fields.IsJson(part.Name) ? BodyFormat.Json
            : BodyFormat.Text;
        fault = null;
        if (format == BodyFormat.Json && part.FileName is null)
        {
            return FieldJson.Of(part.Name, bytes.ToArray(), out fault);
        }

        var isText = Utf8.IsValid(bytes);
        if (part.FileName is not null || format != BodyFormat.Text)
        {
            return new FormValue(FormValueKind.Verbatim, isText ? bytes.ToArray() : Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes)));
        }

        fault = isText ? null : $"{Shortened.Name(part.Name)}: text that is not UTF-8";
        return FormValue.OfText(bytes);
    }
}
