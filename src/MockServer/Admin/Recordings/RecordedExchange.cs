using SocialContract.Contract.Exchanges;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Admin.Recordings;

/// <summary>An exchange of the journal as it is recorded.</summary>
internal static class RecordedExchange
{
    private static readonly string[] OfMock =
        ["Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Expose-Headers"];

    /// <summary>
    /// Without the fields that the mock adds for pages of other origins, since it adds them to a stub's response, too, and without its own
    /// address in a redirect.
    /// </summary>
    public static Exchange Of(in Exchange exchange)
    {
        var (request, response) = (exchange.Request, exchange.Response!);
        var own = request.Headers["Host"] is { } host ? $"http://{host}/" : null;
        IEnumerable<KeyValuePair<string, string>> headers = response.Headers;
        if (request.Headers.Contains("Origin"))
        {
            headers = headers.Where(line =>
                !OfMock.Contains(line.Key, StringComparer.OrdinalIgnoreCase) && line is not { Key: "Vary", Value: "Origin" });
        }

        headers = headers.Select(line => line.Key.Equals("Location", StringComparison.OrdinalIgnoreCase)
            && own is not null && line.Value.StartsWith(own, StringComparison.Ordinal)
                ? new(line.Key, line.Value[(own.Length - 1)..])
                : line);
        return exchange with { Response = response.With(HeaderFields.Of(headers)) };
    }
}
