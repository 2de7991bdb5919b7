using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore;

/// <summary>Kestrel's messages as the contract's own.</summary>
public static class KestrelMessages
{
    /// <summary>A view of the request, good until it is answered.</summary>
    /// <param name="body">As <see cref="BufferedBody"/> read it.</param>
    public static RequestMessage ToMessage(this HttpRequest request, ReadOnlyMemory<byte> body = default) => new(
        request.Method,
        request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        new KestrelHeaders(request.Headers),
        body)
    {
        Scheme = request.Scheme,
    };

    private sealed class KestrelHeaders(IHeaderDictionary headers) : HeaderFields
    {
        /// <summary>Made when first asked for: validation and answering look fields up by name.</summary>
        private KeyValuePair<string, string>[]? _lines;

        public override int Count => Fields.Length;

        public override KeyValuePair<string, string> this[int index] => Fields[index];

        public override string? this[string name] => headers.TryGetValue(name, out var value)
            ? value.Count == 1 ? value[0] : string.Join(", ", (IEnumerable<string?>)value)
            : null;

        private KeyValuePair<string, string>[] Fields =>
            _lines ??=
            [
                .. headers.SelectMany(header => header.Value.Select(value => new KeyValuePair<string, string>(header.Key, value ?? ""))),
            ];
    }
}
