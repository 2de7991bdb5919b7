namespace SocialContract.Contract.Generation.Examples;

/// <summary>Which statuses have no body.</summary>
internal static class ResponseStatus
{
    /// <summary>Whether a response with this status never has a body (RFC 9110 sections 15.2, 15.3.5 and 15.4.5).</summary>
    public static bool IsBodiless(int status) => status is < 200 or 204 or 304;
}
