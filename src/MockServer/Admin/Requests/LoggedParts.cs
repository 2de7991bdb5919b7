using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>The parts of messages as WireMock for Java writes them.</summary>
internal static class LoggedParts
{
    public static IReadOnlyDictionary<string, SomeTexts> Headers(HeaderFields headers) => headers
        .GroupBy(line => line.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => new SomeTexts([.. same.Select(line => line.Value)]), StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, SomeTexts> Cookies(HeaderFields headers) => headers.Lines("Cookie")
        .SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(cookie => cookie.Split('=', 2))
        .Where(cookie => cookie.Length == 2)
        .GroupBy(cookie => cookie[0], cookie => cookie[1], StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => new SomeTexts([.. same]), StringComparer.Ordinal);

    /// <param name="pairs">A query or form.</param>
    public static IReadOnlyDictionary<string, LoggedParameter> Pairs(string pairs)
    {
        var found = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(pairs))
        {
            found.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return found.GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new LoggedParameter(same.Key, [.. same]), StringComparer.Ordinal);
    }

    public static bool IsForm(HeaderFields headers) =>
        MediaType(headers) is { } type && type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The body in the character encoding of its media type; UTF-8 if it names none that is known.</summary>
    public static string Text(HeaderFields headers, ReadOnlyMemory<byte> body) =>
        (MediaType(headers)?.Encoding ?? Encoding.UTF8).GetString(body.Span);

    private static MediaTypeHeaderValue? MediaType(HeaderFields headers) =>
        MediaTypeHeaderValue.TryParse(headers["Content-Type"], out var type) ? type : null;
}
