using SocialContract.Contract.Documents;

namespace SocialContract.Contract.Model;

/// <summary>A place in a message: an RFC 6901 pointer whose first token names the part, such as <c>/query/limit</c>.</summary>
internal readonly record struct MessagePointer
{
    /// <summary>The place of the whole body.</summary>
    public const string Body = "/body";

    /// <summary>The place of a response's status.</summary>
    public const string Status = "/status";

    /// <summary>The place of the media type.</summary>
    public const string ContentType = "/header/Content-Type";

    private MessagePointer(MessagePart part, string within) => (Part, Within) = (part, within);

    public MessagePart Part { get; }

    /// <summary>The pointer within the part: empty for a whole body, <c>/limit</c> for the parameter <c>limit</c>.</summary>
    public string Within { get; }

    /// <summary>Whether it is the body, or a value in it.</summary>
    public bool IsInBody => Part == MessagePart.Body;

    /// <summary>The name of the parameter or header, or of the outermost member of the body; empty for a whole part.</summary>
    public string Name => Within.Length == 0 ? "" : JsonPointer.Unescape(Within[1..].Split('/')[0]);

    /// <exception cref="ArgumentException">The text does not begin with the name of a part.</exception>
    public static MessagePointer Parse(string place)
    {
        var end = place.Length < 2 ? -1 : place.IndexOf('/', 1);
        var within = end < 0 ? "" : place[end..];
        return place.AsSpan(0, end < 0 ? place.Length : end) switch
        {
            Body => new(MessagePart.Body, within),
            Status => new(MessagePart.Status, within),
            "/path" => new(MessagePart.Path, within),
            "/query" => new(MessagePart.Query, within),
            "/header" => new(MessagePart.Header, within),
            "/cookie" => new(MessagePart.Cookie, within),
            _ => throw new ArgumentException($"'{place}' is not a place in a message.", nameof(place)),
        };
    }

    /// <summary>The text of a parameter's or header's place.</summary>
    public static string Of(ParameterLocation location, string name) =>
        $"/{MessageSites.WordOf(location)}/{JsonPointer.Escape(name)}";
}

/// <summary>The part of a message that a place is in.</summary>
internal enum MessagePart
{
    Status,
    Path,
    Query,
    Header,
    Cookie,
    Body,
}
