using System.Net.Http.Headers;

namespace SocialContract.Contract.Messages;

/// <summary>The messages of an <see cref="HttpClient"/> as the contract's own, their bodies read to the end.</summary>
public static class HttpClientMessages
{
    /// <summary>The request as it goes out, without what the client adds when it sends it (<c>Host</c>, say).</summary>
    /// <exception cref="ArgumentException">The request has no absolute URL.</exception>
    public static async Task<RequestMessage> ReadMessageAsync(
        this HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } url)
        {
            throw new ArgumentException("The request has no absolute URL.", nameof(request));
        }

        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var headers = Lines(request.Headers, request.Content?.Headers);
        return new RequestMessage(request.Method.Method, url.PathAndQuery, headers, body) { Scheme = url.Scheme };
    }

    /// <summary>The response as it came, trailers included.</summary>
    public static async Task<ResponseMessage> ReadMessageAsync(
        this HttpResponseMessage response, CancellationToken cancellationToken = default)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.ToMessage(body);
    }

    /// <summary>The response with a body that was read before.</summary>
    public static ResponseMessage ToMessage(this HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        new((int)response.StatusCode, Lines(response.Headers, response.Content.Headers), body)
        {
            Reason = response.ReasonPhrase,
            Trailers = Lines(response.TrailingHeaders, null),
        };

    private static HeaderFields Lines(HttpHeaders headers, HttpHeaders? content) =>
        HeaderFields.Of((content is null ? headers.NonValidated : headers.NonValidated.Concat(content.NonValidated))
            .SelectMany(header => header.Value.Select(value => new KeyValuePair<string, string>(header.Key, value))));
}
