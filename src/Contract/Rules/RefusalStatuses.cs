using SocialContract.Contract.Model;

namespace SocialContract.Contract.Rules;

/// <summary>The statuses with which a server refuses a request, by the kind of its violation.</summary>
public static class RefusalStatuses
{
    private static readonly int[] Security = [401, 403];
    private static readonly int[] ContentType = [415];
    private static readonly int[] Syntax = [400];
    private static readonly int[] Content = [422, 400];

    /// <summary>The usual statuses, the most common first.</summary>
    public static IReadOnlyList<int> Likely(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => Security,
        ViolationKind.ContentType => ContentType,
        ViolationKind.Syntax => Syntax,
        _ => Content,
    };

    /// <summary>The status if the document does not describe any.</summary>
    public static int Of(ViolationKind stage) => Likely(stage)[0];

    /// <summary>
    /// The responses that the document describes for such a refusal: those with the usual statuses, the most common first, then
    /// <c>4XX</c>, then <c>default</c>.
    /// </summary>
    public static IEnumerable<Response> Documented(Operation operation, ViolationKind stage) =>
        operation.Responses
            .Select(response => (Response: response, Rank: Rank(response.Key, stage)))
            .Where(entry => entry.Rank >= 0)
            .OrderBy(entry => entry.Rank)
            .Select(entry => entry.Response);

    private static int Rank(ResponseKey key, ViolationKind stage)
    {
        var likely = Likely(stage);
        if (key.IsDefault)
        {
            return likely.Count + 1;
        }

        if (key.IsRange)
        {
            return key.Fits(400) > 0 ? likely.Count : -1;
        }

        for (var index = 0; index < likely.Count; index++)
        {
            if (key.Fits(likely[index]) > 0)
            {
                return index;
            }
        }

        return -1;
    }
}
