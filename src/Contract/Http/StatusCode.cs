namespace SocialContract.Contract.Http;

/// <summary>What a status says of its response (RFC 9110, section 15).</summary>
public static class StatusCode
{
    /// <summary>
    /// Whether a response with this status can have a body: not with 1xx, 204, 205 and 304 (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and
    /// 15.4.5).
    /// </summary>
    public static bool HasBody(int status) => status is >= 200 and not (204 or 205 or 304);
}
