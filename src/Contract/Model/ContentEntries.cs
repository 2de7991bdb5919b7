using SocialContract.Contract.Http;

namespace SocialContract.Contract.Model;

/// <summary>Finds the entry of a <c>content</c> map for a message (OpenAPI 3.1, sections 4.8.13 and 4.8.17).</summary>
internal static class ContentEntries
{
    /// <summary>
    /// The index of the entry that describes messages with a Content-Type: the entry that is written exactly so, otherwise the most
    /// specific one that matches, the first of equals; -1 if none does. A message's type is not a range.
    /// </summary>
    public static int IndexFor(this IReadOnlyList<MediaType> content, in MediaTypeName sent)
    {
        if (sent.IsRange)
        {
            return -1;
        }

        var (best, bestFit) = (-1, 0);
        for (var index = 0; index < content.Count; index++)
        {
            if (sent.Text.Equals(content[index].Name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }

            if (MediaTypeName.TryParse(content[index].Name, out var name) && name.Fits(sent) is var fit && fit > bestFit)
            {
                (best, bestFit) = (index, fit);
            }
        }

        return best;
    }
}
