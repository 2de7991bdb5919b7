using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;

namespace SocialContract.MockServer.Responding;

/// <summary>
/// Cross-origin access for the browser that a front-end is developed in (WHATWG Fetch, section 3.2): any origin, with credentials, any
/// method and header.
/// </summary>
internal static class CrossOrigin
{
    private static readonly string Exposed = string.Join(
        ", ",
        MockHeaders.All.Concat(["Allow", "Deprecation", "Link", "Location", "Preference-Applied", "Retry-After", "WWW-Authenticate"]));

    /// <summary>The last fields made: clients come from the same origin again and again.</summary>
    private static AllowedFields? _last;

    /// <summary>The origin that a request names; null where it names none, or one that a header cannot hold.</summary>
    public static string? Of(HeaderFields request) => request["Origin"] is { } origin && FieldSyntax.IsValue(origin) ? origin : null;

    /// <summary>The headers with what lets a page of the origin read their response; themselves where there is no origin.</summary>
    public static HeaderFields Allow(string? origin, HeaderFields headers)
    {
        if (origin is null || headers is AllowedFields)
        {
            return headers;
        }

        var last = Volatile.Read(ref _last);
        if (last is null || last.Fields != headers || last.Origin != origin)
        {
            Volatile.Write(ref _last, last = new AllowedFields(headers, origin));
        }

        return last;
    }

    /// <summary>The headers of a response and those that allow its origin, without a copy of either.</summary>
    private sealed class AllowedFields(HeaderFields fields, string origin) : HeaderFields
    {
        public HeaderFields Fields => fields;

        public string Origin => origin;

        public override int Count => fields.Count + 4;

        public override KeyValuePair<string, string> this[int index] => (index - fields.Count) switch
        {
            < 0 => fields[index],
            0 => new("Access-Control-Allow-Origin", origin),
            1 => new("Access-Control-Allow-Credentials", "true"),
            2 => new("Access-Control-Expose-Headers", Exposed),
            _ => new("Vary", "Origin"),
        };
    }
}
