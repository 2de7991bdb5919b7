using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.Contract.Messages;
using SocialContract.Contract.AspNetCore.Bodies;

namespace SocialContract.Contract.AspNetCore.Hosting;

/// <summary>Converts Kestrel's requests to the contract's messages.</summary>
public static class KestrelMessages
{
    /// <summary>A view of the request, valid until the response was sent.</summary>
    /// <param name="body">The bytes that <see cref="BufferedBody"/> read.</param>
    public static RequestMessage ToMessage(this HttpRequest request, ReadOnlyMemory<byte> body = default) => new(
        request.Method,
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        new KestrelHeaders(request.Headers),
        body)
    {
        Scheme = request.Scheme,
        Trailers = TrailersOf(request),
    };

    /// <summary>The trailer fields (RFC 9110, section 6.5), which follow the chunks of a body; empty before the body was read.</summary>
    private static HeaderFields TrailersOf(HttpRequest request) =>
        request.ContentLength is null
        && request.HttpContext.Features.Get<IHttpRequestTrailersFeature>() is { Available: true, Trailers: { Count: > 0 } trailers }
            ? new KestrelHeaders(trailers)
            : HeaderFields.Empty;

    private sealed class KestrelHeaders(IHeaderDictionary headers) : HeaderFields
    {
        /// <summary>Created on first use, since most requests only need the look-up by name.</summary>
        private KeyValuePair<string, string>[]? _lines;

        public override int Count => Fields.Length;

        public override KeyValuePair<string, string> this[int index] => Fields[index];

        public override string? this[string name] => headers.TryGetValue(name, out var value)
            ? value.Count == 1 ? value[0] : string.Join(", ", (IEnumerable<string?>)value)
            : null;

        public override HeaderFields Detach() => new DetachedHeaders(Fields);

        private KeyValuePair<string, string>[] Fields => _lines ??= Lines();

        /// <remarks>Not LINQ: the log reads the lines of most requests.</remarks>
        private KeyValuePair<string, string>[] Lines()
        {
            var lines = new KeyValuePair<string, string>[headers.Count];
            var count = 0;
            foreach (var (name, values) in headers)
            {
                for (var index = 0; index < values.Count; index++)
                {
                    if (count == lines.Length)
                    {
                        Array.Resize(ref lines, 2 * count);
                    }

                    lines[count++] = new(name, values[index] ?? "");
                }
            }

            Array.Resize(ref lines, count);
            return lines;
        }
    }
    /// <param name="lines">Which nothing changes any more.</param>
    private sealed class DetachedHeaders(KeyValuePair<string, string>[] lines) : HeaderFields
    {
        public override int Count => lines.Length;

        public override KeyValuePair<string, string> this[int index] => lines[index];

        public override HeaderFields Detach() => this;
    }
}
