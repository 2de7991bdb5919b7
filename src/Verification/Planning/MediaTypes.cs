using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Planning;

/// <summary>What the names of media types mean for writing and reading bodies.</summary>
internal static class MediaTypes
{
    public static bool IsJson(string name) =>
        Essence(name) is var essence
        && (essence is "application/json" or "text/json" or "*/*" or "application/*" || essence.EndsWith("+json", StringComparison.Ordinal));

    public static bool IsUrlEncoded(string name) => Essence(name) == "application/x-www-form-urlencoded";

    public static bool IsMultipart(string name) => Essence(name) == "multipart/form-data";

    /// <summary>Whether bodies of it are written from values.</summary>
    public static bool IsStructured(string name) => IsJson(name) || IsUrlEncoded(name) || IsMultipart(name);

    /// <summary>The one that cases are written in: JSON, else a form, else the first.</summary>
    public static MediaType? Preferred(RequestBody? body) =>
        body?.Content.FirstOrDefault(media => IsJson(media.Name))
        ?? body?.Content.FirstOrDefault(media => IsStructured(media.Name))
        ?? (body is { Content: [var first, ..] } ? first : null);

    /// <summary>A Content-Type for it: of a range, one of its members.</summary>
    public static string ContentType(string name) => Essence(name) switch
    {
        "*/*" or "application/*" => "application/json",
        "multipart/form-data" => $"multipart/form-data; boundary={FormWriter.Boundary}",
        "text/*" => "text/plain",
        _ => name,
    };

    public static string Essence(string name)
    {
        var end = name.IndexOf(';', StringComparison.Ordinal);
        return (end < 0 ? name : name[..end]).Trim().ToLowerInvariant();
    }
}
