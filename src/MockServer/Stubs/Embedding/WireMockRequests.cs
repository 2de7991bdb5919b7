using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using WireMock;
using WireMock.Models;
using WireMock.Types;
using WireMock.Util;
using RequestMessage = SocialContract.Contract.Messages.RequestMessage;

namespace SocialContract.MockServer.Stubs.Embedding;

/// <summary>Requests as WireMock.Net's matchers and templates read them.</summary>
internal static class WireMockRequests
{
    private static readonly JsonSerializerSettings Json = new() { DateParseHandling = DateParseHandling.None, MaxDepth = 256 };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="clientIp">The address of the client; null: this machine's.</param>
    public static IRequestMessage Of(RequestMessage request, string? clientIp = null)
    {
        var headers = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in request.Headers)
        {
            headers[name] = headers.TryGetValue(name, out var earlier) ? [.. earlier, value] : [value];
        }

        return Create(
            new UrlDetails(new Uri(request.Url)),
            request.Method,
            clientIp ?? IPAddress.Loopback.ToString(),
            BodyOf(request.Body, request.Headers["Content-Type"]),
            headers,
            Cookies(request));
    }

    /// <summary>The body as text, form, JSON or bytes, by its media type and its first character, as WireMock.Net reads it.</summary>
    /// <param name="type">The media type; null: it is not known.</param>
    public static BodyData? BodyOf(ReadOnlyMemory<byte> body, string? type)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        var bytes = body.ToArray();
        var data = new BodyData { BodyAsBytes = bytes, DetectedBodyType = BodyType.Bytes, Encoding = Encoding.UTF8 };
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return data;
        }

        data.BodyAsString = text;
        data.DetectedBodyType = BodyType.String;
        var mediaType = type ?? "";
        if (mediaType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            data.BodyAsFormUrlEncoded = Form(text);
            data.DetectedBodyType = BodyType.FormUrlEncoded;
        }
        else if (text.AsSpan().TrimStart() is ['{' or '[', ..] && TryParse(text, out var json))
        {
            data.BodyAsJson = json;
            data.DetectedBodyType = BodyType.Json;
        }

        data.DetectedBodyTypeFromContentType = data.DetectedBodyType;
        return data;
    }

    private static bool TryParse(string text, out JToken? json)
    {
        try
        {
            json = JsonConvert.DeserializeObject<JToken>(text, Json);
            return true;
        }
        catch (JsonException)
        {
            json = null;
            return false;
        }
    }

    private static Dictionary<string, WireMockList<string>> Form(string text)
    {
        var form = new Dictionary<string, WireMockList<string>>(StringComparer.Ordinal);
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var (name, value) = (WebUtility.UrlDecode(parts[0]), parts.Length > 1 ? WebUtility.UrlDecode(parts[1]) : "");
            if (form.TryGetValue(name, out var values))
            {
                values.Add(value);
            }
            else
            {
                form[name] = new WireMockList<string>(value);
            }
        }

        return form;
    }

    private static Dictionary<string, string> Cookies(RequestMessage request)
    {
        var cookies = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in request.Headers.Lines("Cookie").SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries)))
        {
            if (pair.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
            {
                cookies[pair[..at]] = pair[(at + 1)..];
            }
        }

        return cookies;
    }

    /// <summary>WireMock.Net keeps the constructor to itself; a test holds it to the pinned version.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern WireMock.RequestMessage Create(
        UrlDetails urlDetails,
        string method,
        string clientIP,
        IBodyData? bodyData,
        IDictionary<string, string[]>? headers,
        IDictionary<string, string>? cookies);
}
