using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>How the bodies of a media type are written, by its name.</summary>
internal static class MediaTypes
{
    /// <summary>Whether bodies of it are written as JSON: also those of the ranges that JSON is in.</summary>
    public static bool IsJson(string name) => MediaTypeName.TryParse(name, out var type) && type.MayBeJson;

    public static bool IsUrlEncoded(string name) => MediaTypeName.TryParse(name, out var type) && type.IsUrlEncodedForm;

    public static bool IsMultipart(string name) => MediaTypeName.TryParse(name, out var type) && type.IsMultipartForm;

    /// <summary>Whether bodies of it are written from values.</summary>
    public static bool IsStructured(string name) => IsJson(name) || IsUrlEncoded(name) || IsMultipart(name);

    /// <summary>The media type that bodies are written in: JSON, else a form, else the first; null if there is none.</summary>
    public static MediaType? Preferred(RequestBody? body) =>
        body?.Content.FirstOrDefault(media => IsJson(media.Name))
        ?? body?.Content.FirstOrDefault(media => IsStructured(media.Name))
        ?? (body is { Content: [var first, ..] } ? first : null);

    /// <summary>The Content-Type of a body: for a range a member of it, for multipart with the boundary.</summary>
    public static string ContentType(string name)
    {
        var written = MediaTypeName.TryParse(name, out var type) ? type.InRange : name;
        return IsMultipart(written) ? $"multipart/form-data; boundary={FormWriter.Boundary}" : written;
    }

    /// <summary>The type without its parameters, in lower case; empty where the name is malformed.</summary>
    public static string Essence(string name) =>
        MediaTypeName.TryParse(name, out var type) ? string.Concat(type.Type, "/", type.Subtype).ToLowerInvariant() : "";
}
