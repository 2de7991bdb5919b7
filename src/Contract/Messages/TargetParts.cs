namespace SocialContract.Contract.Messages;

/// <summary>
/// The parts of a request target (RFC 9112, section 3.2) or of a URI reference (RFC 3986, section 4.1), still percent-encoded.
/// </summary>
/// <remarks>A view of the text, without an allocation.</remarks>
internal readonly struct TargetParts
{
    private readonly string _text;
    private readonly int _path;
    private readonly int _query;
    private readonly int _fragment;

    private TargetParts(string text, int query, int fragment, bool isRequest)
    {
        (_text, _query, _fragment) = (text, query, fragment);
        _path = isRequest && text.StartsWith('/') ? 0 : PathStart(text.AsSpan(0, query));
    }

    /// <summary>Scheme and authority: <c>https://example.com</c>; empty if there are none.</summary>
    public string Authority => _text[.._path];

    /// <summary>The path; <c>/</c> if there is nothing after an authority, <c>*</c> for the asterisk form.</summary>
    public string Path => HasPath || _path == 0 ? _text[_path.._query] : "/";

    /// <summary>False if the text has nothing between the authority and the query.</summary>
    public bool HasPath => _path < _query;

    /// <summary>The text before the query and the fragment: authority and path as written.</summary>
    public string BeforeQuery => _text[.._query];

    public bool HasQuery => _query < _fragment;

    /// <summary>The text after the question mark; empty if there is none.</summary>
    public string Query => HasQuery ? _text[(_query + 1).._fragment] : "";

    public bool HasFragment => _fragment < _text.Length;

    /// <summary>The text after the hash; empty if there is none.</summary>
    public string Fragment => HasFragment ? _text[(_fragment + 1)..] : "";

    /// <summary>The target of a request: origin form, absolute form or <c>*</c>. What begins with <c>//</c> is a path.</summary>
    public static TargetParts OfRequest(string target) => new(target, Before(target, '?', target.Length), target.Length, isRequest: true);

    /// <summary>
    /// A URL or a relative reference, such as the value of a Location header. What begins with <c>//</c> has an authority.
    /// </summary>
    public static TargetParts OfReference(string reference)
    {
        var fragment = Before(reference, '#', reference.Length);
        return new(reference, Before(reference, '?', fragment), fragment, isRequest: false);
    }

    private static int Before(string text, char mark, int end) => text.AsSpan(0, end).IndexOf(mark) is >= 0 and var at ? at : end;

    /// <summary>After <c>//</c> and the authority, if the text begins with them or only a scheme precedes them.</summary>
    private static int PathStart(ReadOnlySpan<char> text)
    {
        var scheme = text.IndexOf('/');
        if (scheme < 0 || !text[scheme..].StartsWith("//", StringComparison.Ordinal) || (scheme > 0 && text[scheme - 1] != ':'))
        {
            return 0;
        }

        var authority = scheme + 2;
        return text[authority..].IndexOf('/') is >= 0 and var path ? authority + path : text.Length;
    }
}
