using System.Globalization;
using SocialContract.Contract.Model;
using SocialContract.Verification.Planning;

namespace SocialContract.Verification.Running;

/// <summary>Finds what the document says about an answer's status and media type (OpenAPI 3.1, section 4.8.16).</summary>
internal static class ResponseMatch
{
    /// <summary>The response of the exact status, else of its range, else the default.</summary>
    public static Response? Of(Operation operation, int status) =>
        operation.Responses.FirstOrDefault(response => response.Status == status.ToString(CultureInfo.InvariantCulture))
        ?? operation.Responses.FirstOrDefault(response => response.Status is [var hundreds, 'X' or 'x', 'X' or 'x'] && hundreds - '0' == status / 100)
        ?? operation.Responses.FirstOrDefault(response => response.Status.Equals("default", StringComparison.OrdinalIgnoreCase));

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
    public static int CodeOf(Response response) => int.TryParse(response.Status, out var code) ? code : (response.Status[0] - '0') * 100;
}
