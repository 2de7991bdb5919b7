using System.Globalization;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Examples;

/// <summary>What a key of <c>responses</c> means: a status, a range of them, or all others.</summary>
internal static class ResponseStatus
{
    public static bool IsRange(Response response) => response.Status.EndsWith("XX", StringComparison.Ordinal);

    public static bool IsDefault(Response response) => response.Status == "default";

    public static bool IsSuccess(Response response) => response.Status.StartsWith('2');

    /// <summary>The status itself, a range's first, and for <c>default</c> the one given.</summary>
    public static int Concrete(Response response, int otherwise) =>
        IsDefault(response) ? otherwise
        : IsRange(response) ? (otherwise / 100 == response.Status[0] - '0' ? otherwise : (response.Status[0] - '0') * 100)
        : int.Parse(response.Status, CultureInfo.InvariantCulture);

    /// <summary>The response for a status: its own entry, its range's, <c>default</c>.</summary>
    public static Response? For(IReadOnlyList<Response> responses, int status)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        return responses.FirstOrDefault(response => response.Status == key)
            ?? responses.FirstOrDefault(response => response.Status == $"{key[0]}XX")
            ?? responses.FirstOrDefault(IsDefault);
    }

    /// <summary>Successes first: the lowest 2xx, then <c>2XX</c>, then <c>default</c>, then the others in document order.</summary>
    public static IEnumerable<Response> SuccessFirst(IReadOnlyList<Response> responses) =>
        responses.OrderBy(response =>
            IsSuccess(response) ? IsRange(response) ? 300 : int.Parse(response.Status, CultureInfo.InvariantCulture)
            : IsDefault(response) ? 301 : 302);

    /// <summary>Whether answers with this status never have a body (RFC 9110 sections 15.2, 15.3.5 and 15.4.5).</summary>
    public static bool IsBodiless(int status) => status is < 200 or 204 or 304;
}
