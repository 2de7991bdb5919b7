using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;
using SocialContract.Contract.Validation.Decoding;
using SocialContract.JsonSchema.Instances;

namespace SocialContract.Contract.Validation.Bodies;

/// <summary>Reads a request's body by its Content-Type.</summary>
/// <remarks>
/// A body without Content-Type is read as JSON if the operation accepts JSON, as users of curl and hand-written clients expect. Charsets
/// other than UTF-8, ASCII and ISO-8859-1 are refused; JSON and forms are always read as UTF-8 (RFC 8259 section 8.1, WHATWG URL 5.1). A
/// body that cannot be read violates the rule about its media type.
/// </remarks>
internal sealed class BodyReader
{
    private readonly ContentTable _content;
    private readonly Rule? _typeRule;
    private readonly Rule? _bodyRule;

    /// <param name="sites">The body in each of its media types.</param>
    public BodyReader(RequestBody body, IEnumerable<MessageSite> sites, RuleBook rules, ShapeReader shapes)
    {
        _content = new ContentTable(sites, shapes);
        _typeRule = rules.Enforced(rules.ForContentType(body));
        _bodyRule = body.Required ? rules.Enforced(rules.ForBody(body)) : null;
    }

    public BodyResult Read(RequestMessage message, in BodyBounds bounds, MessageScratch scratch)
    {
        var bytes = message.Body;
        if (bytes.IsEmpty)
        {
            return _bodyRule is { } rule
                ? new BodyResult(null, null, new Violation(rule, ViolationKind.Body, MessagePointer.Body, "a body", "nothing"))
                : default;
        }

        if (_content.IsEmpty)
        {
            return default;
        }

        var contentType = message.Headers["Content-Type"];
        if (string.IsNullOrWhiteSpace(contentType))
        {
            return _content.Json is { } json ? Decode(json, BodyFormat.Json, "", bytes, bounds, scratch) : Refused("nothing", null);
        }

        if (_content.Find(contentType, out var format) is not { } content)
        {
            return Refused(Shortened.Text(contentType), NearestName.Find(contentType, _content.Names));
        }

        return BodyDecoder.TakesCharset(contentType)
            ? Decode(content, format, contentType, bytes, bounds, scratch)
            : Refused(Shortened.Text(contentType), null);
    }

    private BodyResult Refused(string found, string? nearest) => _typeRule is { } rule
        ? new BodyResult(
            null,
            null,
            new Violation(rule, ViolationKind.ContentType, MessagePointer.ContentType, _content.Expected, found, nearest))
        : default;

    private BodyResult Decode(
        BodyContent content,
        BodyFormat format,
        string contentType,
        ReadOnlyMemory<byte> bytes,
        in BodyBounds bounds,
        MessageScratch scratch)
    {
        var fault = BodyDecoder.Decode(content, format, contentType, bytes, bounds, scratch, out var instance);
        return fault is not null && _typeRule is { } rule
            ? new BodyResult(
                content, null, new Violation(rule, ViolationKind.Syntax, MessagePointer.Body, BodyDecoder.Expected(format), fault))
            : new BodyResult(content, instance, null);
    }
}

/// <summary>The result of reading a body.</summary>
/// <param name="Content">The entry by which it was read; null if there is no body or no entry matches.</param>
/// <param name="Instance">The body as JSON; null if it is missing, faulty or not decoded.</param>
/// <param name="Violation">Why it could not be read.</param>
internal readonly record struct BodyResult(BodyContent? Content, JsonInstance? Instance, Violation? Violation);
