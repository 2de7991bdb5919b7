namespace SocialContract.Contract.Messages;

/// <summary>The parts of a request target (RFC 9112, section 3.2), still percent-encoded.</summary>
internal static class RequestTarget
{
    /// <summary>The path of an origin-form or absolute-form target; <c>*</c> for the asterisk form.</summary>
    public static string Path(string target)
    {
        var path = target;
        if (!target.StartsWith('/') && target.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
        {
            var slash = target.IndexOf('/', scheme + 3);
            path = slash < 0 ? "/" : target[slash..];
        }

        var query = path.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? path : path[..query];
    }

    /// <summary>The text after the question mark; empty if there is none.</summary>
    public static string Query(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? "" : target[(query + 1)..];
    }
}
