using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Verification.Judging;

/// <summary>The statuses that the document describes for refusals, by the kind of the request's violation.</summary>
internal static class RefusalStatus
{
    /// <summary>The documented responses for such a refusal, the likeliest first; empty if there are none.</summary>
    public static IReadOnlyList<Response> Documented(Operation operation, ViolationKind stage) =>
        [.. RefusalStatuses.Documented(operation, stage).Where(response => !response.Key.IsDefault)];

    /// <summary>Whether the status is about the server's own limits, which documents need not describe (RFC 9110, RFC 6585).</summary>
    public static bool IsLimit(int status) => status is 408 or 411 or 413 or 414 or 429 or 431;

    /// <summary>The requests that are refused at a stage, in words.</summary>
    public static string Subject(ViolationKind stage) => stage switch
    {
        ViolationKind.Security => "callers who do not authenticate",
        ViolationKind.ContentType => "bodies of another content type",
        ViolationKind.Syntax => "bodies that cannot be read",
        _ => "requests that break a rule of their parameters",
    };

    /// <summary>
    /// Whether HTTP itself gives the status for such a fault, so that the document need not name it. Wider than
    /// <see cref="RefusalStatuses.Likely"/>, which says how a server that follows the document refuses: where the document is silent, any
    /// status whose definition covers the fault conforms.
    /// </summary>
    public static bool IsOfHttp(ViolationKind? stage, int status) => stage switch
    {
        ViolationKind.Security => status is 401 or 403,
        ViolationKind.ContentType => status is 400 or 415 or 422,
        ViolationKind.Syntax => status is 400 or 415 or 422 || IsLimit(status),
        _ => false,
    };
}
