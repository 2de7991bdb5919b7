using SocialContract.Contract.Http;
using SocialContract.Contract.Model;

namespace SocialContract.Verification.Judging;

/// <summary>Finds what the document says about an answer's media type (OpenAPI 3.1, section 4.8.16).</summary>
internal static class ResponseMatch
{
    /// <summary>The most specific entry of <c>content</c> that describes an answer's Content-Type; null where none does.</summary>
    public static MediaType? Media(Response response, string? contentType)
    {
        if (!MediaTypeName.TryParse(contentType, out var sent))
        {
            return null;
        }

        MediaType? best = null;
        var bestFit = 0;
        foreach (var media in response.Content)
        {
            if (MediaTypeName.TryParse(media.Name, out var name) && name.Fits(sent) is var fit && fit > bestFit)
            {
                (best, bestFit) = (media, fit);
            }
        }

        return best;
    }
}
