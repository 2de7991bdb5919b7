using SocialContract.Contract.Model;

namespace SocialContract.Contract.Rules;

/// <summary>The statuses with which a server refuses a request, by the kind of its violation.</summary>
public static class RefusalStatuses
{
    private static readonly int[] Security = [401, 403];
    private static readonly int[] ContentType = [415];
    private static readonly int[] Syntax = [400];
    private static readonly int[] Content = [422, 400];
    private static readonly int[] Missing = [404, 410];
    private static readonly int[] Unrouted = [404, MethodNotAllowed];

    /// <summary>The status for a method that the path does not have (RFC 9110, section 15.5.6).</summary>
    internal const int MethodNotAllowed = 405;

    /// <summary>The status of a server that limits how many requests a caller may send (RFC 6585, section 4).</summary>
    internal const int TooManyRequests = 429;

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

    /// <summary>Without <c>default</c>, which says nothing of the status; empty where the document describes none.</summary>
    internal static IReadOnlyList<Response> Named(Operation operation, ViolationKind stage) =>
        [.. Documented(operation, stage).Where(response => !response.Key.IsDefault)];

    /// <summary>Whether the status refuses the caller: 401 or 403.</summary>
    internal static bool RefusesCaller(int status) => Security.Contains(status);

    /// <inheritdoc cref="RefusesCaller(int)"/>
    internal static bool RefusesCaller(Response response) => response.Key.Code is { } status && RefusesCaller(status);

    /// <summary>Whether the status says that the resource does not exist, or no longer: 404 or 410.</summary>
    internal static bool IsMissing(int status) => Missing.Contains(status);

    /// <inheritdoc cref="IsMissing(int)"/>
    internal static bool IsMissing(Response response) => response.Key.Code is { } status && IsMissing(status);

    /// <summary>Whether the status says that the server has no such path, or no such method there: 404 or 405.</summary>
    internal static bool IsUnrouted(int status) => Unrouted.Contains(status);

    /// <summary>Whether the response refuses a body for its media type: 415.</summary>
    internal static bool RefusesMediaType(Response response) => response.Key.Code is { } status && ContentType.Contains(status);

    /// <summary>Whether the status is about the server's own limits, which documents need not describe (RFC 9110, RFC 6585).</summary>
    internal static bool IsLimit(int status) => status is 408 or 411 or 413 or 414 or TooManyRequests or 431;

    /// <summary>
    /// Whether HTTP itself gives the status for such a fault, so that the document need not name it. Wider than <see cref="Likely"/>, which
    /// says how a server that follows the document refuses: where the document is silent, any status whose definition covers the fault
    /// conforms.
    /// </summary>
    internal static bool IsOfHttp(ViolationKind stage, int status) => stage switch
    {
        ViolationKind.Security => RefusesCaller(status),
        ViolationKind.ContentType => IsOfBody(status),
        ViolationKind.Syntax => IsOfBody(status) || IsLimit(status),
        _ => false,
    };

    private static bool IsOfBody(int status) => ContentType.Contains(status) || Syntax.Contains(status) || Content.Contains(status);

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
