using System.Globalization;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Journal;

namespace SocialContract.MockServer.Admin.Requests;

/// <summary>A request that the mock received.</summary>
/// <param name="Url">Path and query.</param>
/// <param name="AbsoluteUrl">Null if the request names no host.</param>
/// <param name="LoggedDate">Milliseconds since 1970.</param>
/// <param name="Multiparts">Empty: WireMock's clients cannot read parts.</param>
internal sealed record LoggedRequest(
    string Url,
    string? AbsoluteUrl,
    string Method,
    string? ClientIp,
    IReadOnlyDictionary<string, SomeTexts> Headers,
    IReadOnlyDictionary<string, SomeTexts> Cookies,
    bool BrowserProxyRequest,
    long LoggedDate,
    string BodyAsBase64,
    string Body,
    string? Protocol,
    string Scheme,
    string? Host,
    int? Port,
    string LoggedDateString,
    IReadOnlyDictionary<string, LoggedParameter> QueryParams,
    IReadOnlyDictionary<string, LoggedParameter> FormParams,
    IReadOnlyList<string> Multiparts)
{
    public static LoggedRequest Of(JournalEntry entry) =>
        Of(entry.Request, entry.Exchange.ClientAddress?.ToString(), entry.Started, entry.Exchange.Protocol);

    /// <summary>A request that was not received: it has no time.</summary>
    public static LoggedRequest Of(RequestMessage request) => Of(request, null, DateTimeOffset.UnixEpoch, null);

    private static LoggedRequest Of(RequestMessage request, string? clientIp, DateTimeOffset started, string? protocol)
    {
        var url = Uri.TryCreate(request.Url, UriKind.Absolute, out var absolute) && absolute.Host.Length > 0 ? absolute : null;
        var text = LoggedParts.Text(request.Headers, request.Body);
        return new(
            request.Target.StartsWith('/') ? request.Target : url?.PathAndQuery ?? request.Target,
            url is null ? null : request.Url,
            request.Method,
            clientIp,
            LoggedParts.Headers(request.Headers),
            LoggedParts.Cookies(request.Headers),
            false,
            started.ToUnixTimeMilliseconds(),
            Convert.ToBase64String(request.Body.Span),
            text,
            protocol,
            request.Scheme,
            url?.Host,
            url?.Port,
            started.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            LoggedParts.Pairs(request.Query),
            LoggedParts.IsForm(request.Headers) ? LoggedParts.Pairs(text) : new Dictionary<string, LoggedParameter>(),
            []);
    }
}

/// <summary>The values of a parameter of a query or form.</summary>
internal sealed record LoggedParameter(string Key, IReadOnlyList<string> Values);
