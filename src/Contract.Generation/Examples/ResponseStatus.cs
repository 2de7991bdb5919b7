using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>The order of preference among responses, and which statuses have no body.</summary>
internal static class ResponseStatus
{
    /// <summary>The lowest 2xx status first, then <c>2XX</c>, then <c>default</c>, then the others in document order.</summary>
    public static IEnumerable<Response> SuccessFirst(IReadOnlyList<Response> responses) =>
        responses.OrderBy(response =>
            response.Key.IsSuccess ? response.Key.IsRange ? 300 : response.Key.Status(200)
            : response.Key.IsDefault ? 301 : 302);

    /// <summary>Whether a response with this status never has a body (RFC 9110 sections 15.2, 15.3.5 and 15.4.5).</summary>
    public static bool IsBodiless(int status) => status is < 200 or 204 or 304;
}
