namespace SocialContract.Contract.Http;

/// <summary>A media type or range (RFC 9110 section 8.3.1). Types and parameter names are case-insensitive.</summary>
/// <remarks>A view of the header's text, without an allocation.</remarks>
internal readonly ref struct MediaTypeName
{
    private readonly ReadOnlySpan<char> _parameters;

    private MediaTypeName(ReadOnlySpan<char> text, ReadOnlySpan<char> type, ReadOnlySpan<char> subtype, ReadOnlySpan<char> parameters)
    {
        Text = text;
        Type = type;
        Subtype = subtype;
        _parameters = parameters;
    }

    /// <summary>As written, with parameters.</summary>
    public ReadOnlySpan<char> Text { get; }

    /// <summary>E.g. <c>application</c>; <c>*</c> in a range.</summary>
    public ReadOnlySpan<char> Type { get; }

    /// <summary>E.g. <c>json</c>, <c>problem+json</c>; <c>*</c> in a range.</summary>
    public ReadOnlySpan<char> Subtype { get; }

    public bool IsRange => Subtype is "*";

    /// <summary><c>application/json</c>, any <c>+json</c> (RFC 6839 section 3.1), and <c>text/json</c>, which some clients send.</summary>
    public bool IsJson =>
        Subtype.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
        || (Same(Subtype, "json") && (Same(Type, "application") || Same(Type, "text")));

    /// <summary>JSON, or a range that <c>application/json</c> is in.</summary>
    public bool MayBeJson => IsJson || (IsRange && (Type is "*" || Same(Type, "application")));

    public bool IsHtml => IsText && Same(Subtype, "html");

    /// <summary>XML or HTML.</summary>
    public bool IsMarkup => IsXml || IsHtml;

    /// <summary>XML (RFC 7303): <c>application/xml</c>, <c>text/xml</c>, any <c>+xml</c>.</summary>
    public bool IsXml => Same(Subtype, "xml") || Subtype.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>JSON texts, each on a line of its own.</summary>
    public bool IsJsonLines =>
        Same(Subtype, "x-ndjson") || Same(Subtype, "ndjson") || Same(Subtype, "jsonl") || Same(Subtype, "x-jsonlines");

    /// <summary>Server-sent events (HTML, section 9.2).</summary>
    public bool IsEventStream => IsText && Same(Subtype, "event-stream");

    public bool IsUrlEncodedForm => Same(Type, "application") && Same(Subtype, "x-www-form-urlencoded");

    public bool IsMultipartForm => Same(Type, "multipart") && Same(Subtype, "form-data");

    public bool IsText => Same(Type, "text");

    public bool IsBinary => Same(Type, "application") && Same(Subtype, "octet-stream");

    /// <summary>A media type in the range, for a message, whose type cannot be a range; the type itself if it is not a range.</summary>
    public string InRange =>
        !IsRange ? Text.ToString()
        : MayBeJson ? "application/json"
        : IsText ? "text/plain"
        : Same(Type, "image") ? "image/png"
        : Same(Type, "audio") ? "audio/mpeg"
        : Same(Type, "video") ? "video/mp4"
        : Same(Type, "font") ? "font/woff2"
        : Same(Type, "multipart") ? "multipart/form-data"
        : $"{Type}/x.unknown";

    /// <summary>False if the text is not <c>type/subtype</c> with well-formed tokens.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out MediaTypeName name)
    {
        name = default;
        var semicolon = text.IndexOf(';');
        var essence = (semicolon < 0 ? text : text[..semicolon]).Trim(" \t");
        var slash = essence.IndexOf('/');
        if (slash < 0 || !FieldSyntax.IsToken(essence[..slash]) || !FieldSyntax.IsToken(essence[(slash + 1)..]))
        {
            return false;
        }

        name = new MediaTypeName(
            text, essence[..slash], essence[(slash + 1)..], semicolon < 0 ? default : text[(semicolon + 1)..]);
        return true;
    }

    /// <summary>A parameter's value without quotes and escapes; false if it is missing.</summary>
    public bool TryGetParameter(ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        var rest = _parameters;
        while (!rest.IsEmpty)
        {
            if (FieldSyntax.TryReadParameter(FieldSyntax.NextParameter(ref rest), out var other, out var written) && Same(other, name))
            {
                value = FieldSyntax.Unquoted(written);
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>
    /// How specifically this entry of the document matches a message's media type: 0 no match, then <c>*/*</c>, <c>type/*</c>, the type,
    /// the type with the document's parameters.
    /// </summary>
    public int Fits(in MediaTypeName sent)
    {
        if (Type is "*" && Subtype is "*")
        {
            return 1;
        }

        if (!Same(Type, sent.Type))
        {
            return 0;
        }

        if (Subtype is "*")
        {
            return 2;
        }

        return !Same(Subtype, sent.Subtype) ? 0 : !_parameters.IsEmpty && HasParametersOf(sent) ? 4 : 3;
    }

    private bool HasParametersOf(in MediaTypeName sent)
    {
        var rest = _parameters;
        while (!rest.IsEmpty)
        {
            if (FieldSyntax.TryReadParameter(FieldSyntax.NextParameter(ref rest), out var name, out var written)
                && !(sent.TryGetParameter(name, out var value) && Same(FieldSyntax.Unquoted(written), value)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
