using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.AspNetCore.CrossOrigins;

/// <summary>
/// Cross-origin access for browsers in which front-ends are developed (WHATWG Fetch, section 3.2): any origin, with credentials, any
/// method and header. It is the API's; what a server has about itself is for pages of its own origin only.
/// </summary>
internal sealed class CrossOrigin
{
    private const string AllowOrigin = "Access-Control-Allow-Origin";
    private const string AllowCredentials = "Access-Control-Allow-Credentials";

    private readonly Func<string, bool> _isOwn;
    private readonly string _exposed;

    /// <summary>The fields made last, because many requests have the same origin.</summary>
    private AllowedFields? _last;

    /// <param name="exposed">Headers that pages may read besides the usual ones.</param>
    /// <param name="isOwn">Whether a path is not the API's.</param>
    public CrossOrigin(IEnumerable<string> exposed, Func<string, bool> isOwn)
    {
        _isOwn = isOwn;
        _exposed = string.Join(
            ", ",
            exposed.Concat(["Allow", "Deprecation", "Link", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"]));
    }

    /// <summary>The origin whose pages may read the response; null where a request names none, or is not the API's.</summary>
    public string? Of(RequestMessage request) =>
        request.Headers["Origin"] is { } origin && FieldSyntax.IsValue(origin) && !_isOwn(request.Path) ? origin : null;

    /// <summary>
    /// The headers of the response to a preflight, 204, which allow everything that it asks of the API; null for other requests. Those that
    /// allow the origin are not among them.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>>? Preflight(RequestMessage request)
    {
        var asked = request.Headers;
        if (request.Method != "OPTIONS" || !asked.Contains("Origin") || asked["Access-Control-Request-Method"] is not { } method
            || _isOwn(request.Path))
        {
            return null;
        }

        var allowed = new List<KeyValuePair<string, string>>();
        if (FieldSyntax.IsValue(method))
        {
            allowed.Add(new("Access-Control-Allow-Methods", method));
        }

        if (asked["Access-Control-Request-Headers"] is { } headers && FieldSyntax.IsValue(headers))
        {
            allowed.Add(new("Access-Control-Allow-Headers", headers));
        }

        if (asked.Contains("Access-Control-Request-Private-Network"))
        {
            allowed.Add(new("Access-Control-Allow-Private-Network", "true"));
        }

        return allowed;
    }

    /// <summary>
    /// The headers and those that let pages of the origin read the response; unchanged if there is no origin. Browsers refuse a response
    /// with two values for the origin or the credentials, so the document's own give way.
    /// </summary>
    public HeaderFields Allow(string? origin, HeaderFields headers)
    {
        if (origin is null)
        {
            return headers;
        }

        var last = Volatile.Read(ref _last);
        if (last is null || last.Given != headers || last.Origin != origin)
        {
            Volatile.Write(ref _last, last = new AllowedFields(headers, Others(headers), origin, _exposed));
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
    private sealed class AllowedFields(HeaderFields given, HeaderFields fields, string origin, string exposed) : HeaderFields
    {
        public HeaderFields Given => given;

        public string Origin => origin;

        public override int Count => fields.Count + 4;

        public override KeyValuePair<string, string> this[int index] => (index - fields.Count) switch
        {
            < 0 => fields[index],
            0 => new(AllowOrigin, origin),
            1 => new(AllowCredentials, "true"),
            2 => new("Access-Control-Expose-Headers", exposed),
            _ => new("Vary", "Origin"),
        };

        public override HeaderFields Detach() =>
            fields.Detach() is var detached && detached == fields ? this : new AllowedFields(given, detached, origin, exposed);
    }
}
