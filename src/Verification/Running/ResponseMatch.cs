using SocialContract.Contract.Model;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>Finds what the document says about an answer's status and media type (OpenAPI 3.1, section 4.8.16).</summary>
internal static class ResponseMatch
{
    /// <summary>The response of the exact status, else of its range, else the default.</summary>
    public static Response? Of(Operation operation, int status) => operation.ResponseFor(status);

    /// <summary>The entry of <c>content</c> that an answer's Content-Type is described by.</summary>
    public static MediaType? Media(Response response, string? contentType)
    {
        if (contentType is null)
        {
            return null;
        }

        var essence = MediaTypes.Essence(contentType);
        var type = essence.Split('/')[0];
        return response.Content.FirstOrDefault(media => MediaTypes.Essence(media.Name) == essence)
            ?? response.Content.FirstOrDefault(media => MediaTypes.Essence(media.Name) == $"{type}/*")
            ?? response.Content.FirstOrDefault(media => MediaTypes.Essence(media.Name) == "*/*");
    }

    /// <summary>A number for a documented status: of a range its first.</summary>
    public static int CodeOf(Response response) => response.Key.Status(0);
}
