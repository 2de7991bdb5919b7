using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>Which responses are tried first, and which have no body.</summary>
internal static class ResponseStatus
{
    /// <summary>Successes first: the lowest 2xx, then <c>2XX</c>, then <c>default</c>, then the others in document order.</summary>
    public static IEnumerable<Response> SuccessFirst(IReadOnlyList<Response> responses) =>
        responses.OrderBy(response =>
            response.Key.IsSuccess ? response.Key.IsRange ? 300 : response.Key.Status(200)
            : response.Key.IsDefault ? 301 : 302);

    /// <summary>Whether answers with this status never have a body (RFC 9110 sections 15.2, 15.3.5 and 15.4.5).</summary>
    public static bool IsBodiless(int status) => status is < 200 or 204 or 304;
}
