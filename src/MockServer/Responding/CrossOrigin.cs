using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Routing;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// Cross-origin access for browsers in which front-ends are developed (WHATWG Fetch, section 3.2): any origin, with credentials, any
/// method and header. It is the API's; what the mock has at <see cref="AdminPath"/> is for pages of its own origin only.
/// </summary>
internal static class CrossOrigin
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowCredentials = "Access-Control-Allow-Credentials";

    private static readonly string Exposed = string.Join(
        ", ",
        MockHeaders.All.Concat(["Allow", "Deprecation", "Link", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"]));

    /// <summary>The fields made last, because many requests have the same origin.</summary>
    private static AllowedFields? _last;

    /// <summary>The origin whose pages may read the response; null where a request names none, or is not the API's.</summary>
    public static string? Of(RequestMessage request) =>
        request.Headers["Origin"] is { } origin && FieldSyntax.IsValue(origin) && !AdminPath.Contains(request.Path) ? origin : null;

    /// <summary>
    /// The headers and those that let pages of the origin read the response; unchanged if there is no origin. Browsers refuse a response
    /// with two values for the origin or the credentials, so the document's own give way.
    /// </summary>
    public static HeaderFields Allow(string? origin, HeaderFields headers)
    {
        if (origin is null)
        {
            return headers;
        }

        var last = Volatile.Read(ref _last);
        if (last is null || last.Given != headers || last.Origin != origin)
        {
            Volatile.Write(ref _last, last = new AllowedFields(headers, Others(headers), origin));
        }

        return last;
    }

    private static HeaderFields Others(HeaderFields headers) => headers.Contains(AllowOrigin) || headers.Contains(AllowCredentials)
        ? HeaderFields.Of(headers.Where(line => !IsNamed(line, AllowOrigin) && !IsNamed(line, AllowCredentials)))
        : headers;

    private static bool IsNamed(KeyValuePair<string, string> line, string name) =>
        line.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The other headers of a response followed by those that allow its origin.</summary>
    /// <param name="given">All headers of the response.</param>
    private sealed class AllowedFields(HeaderFields given, HeaderFields fields, string origin) : HeaderFields
    {
        public HeaderFields Given => given;

        public string Origin => origin;

        public override int Count => fields.Count + 4;

        public override KeyValuePair<string, string> this[int index] => (index - fields.Count) switch
        {
            < 0 => fields[index],
            0 => new(AllowOrigin, origin),
            1 => new(AllowCredentials, "true"),
            2 => new("Access-Control-Expose-Headers", Exposed),
            _ => new("Vary", "Origin"),
        };

        public override HeaderFields Detach() =>
            fields.Detach() is var detached && detached == fields ? this : new AllowedFields(given, detached, origin);
    }
}
