namespace SocialContract.Verification.Sending;

/// <summary>A redirection to another spelling of the same path, which was followed.</summary>
/// <param name="Code">The status.</param>
/// <param name="Target">The path and query that it leads to, below the base URL.</param>
internal sealed record Redirection(int Code, string Target)
{
    /// <summary>
    /// The redirection of a response that the document does not describe: one where the method stays (RFC 9110, section 15.4), to the same
    /// path but for slashes at its end. Others are not followed: they may lead to a login page, or to another resource.
    /// </summary>
    /// <param name="url">The base URL.</param>
    /// <param name="target">The target of the request, with ids.</param>
    public static Redirection? Of(SendResult result, string method, Uri url, string target)
    {
        var staysSame = result.Code is 307 or 308 || (result.Code is 301 or 302 && method is "GET" or "HEAD");
        return staysSame && Targets.OfLocation(url, result.Header("Location"), target) is { } found && found != target
            && PathOf(found) == PathOf(target)
            ? new(result.Code, found)
            : null;
    }

    private static string PathOf(string target) => target.Split('?')[0].TrimEnd('/');
}
