using System.Text;
using System.Text.Json;
using System.Xml;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Patterns;

/// <summary>A value that patterns test: a body, a header, a parameter. It is parsed at most once.</summary>
internal sealed class PatternValue
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, MaxDepth = 512 };

    private readonly PatternTimeouts _timeouts;
    private readonly Encoding? _encoding;
    private readonly ReadOnlyMemory<byte> _bytes;
    private string? _text;
    private bool _hasText;
    private JsonElement? _json;
    private bool _hasJson;
    private XmlDocument? _xml;
    private bool _hasXml;

    /// <param name="text">Null if there is no value.</param>
    public PatternValue(string? text, PatternTimeouts timeouts) => (_text, _hasText, _timeouts) = (text, true, timeouts);

    /// <summary>A body; an empty body has no text.</summary>
    public PatternValue(ReadOnlyMemory<byte> bytes, Encoding encoding, PatternTimeouts timeouts) =>
        (_bytes, _encoding, _timeouts) = (bytes, encoding, timeouts);

    /// <summary>Null if there is no value.</summary>
    public string? Text
    {
        get
        {
            if (!_hasText)
            {
                _text = _bytes.IsEmpty ? null : _encoding!.GetString(_bytes.Span);
                _hasText = true;
            }

            return _text;
        }
    }

    public ReadOnlyMemory<byte> Bytes => _encoding is null && _text is not null ? Encoding.UTF8.GetBytes(_text) : _bytes;

    /// <summary>Null if there is no value, or if it is not JSON. Comments are allowed, as in Java WireMock.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!_hasJson)
            {
                _json = ReadJson();
                _hasJson = true;
            }

            return _json;
        }
    }

    /// <summary>Null if there is no value, or if it is not XML. A document type declaration is refused.</summary>
    public XmlDocument? Xml
    {
        get
        {
            if (!_hasXml)
            {
                _xml = Text is { } text && text.AsSpan().TrimStart().StartsWith('<') ? XmlReading.Read(text, out _) : null;
                _hasXml = true;
            }

            return _xml;
        }
    }

    public PatternTimeouts Timeouts => _timeouts;

    public PatternValue With(string? text) => new(text, _timeouts);

    private JsonElement? ReadJson()
    {
        try
        {
            return _encoding is UTF8Encoding && !_bytes.IsEmpty ? JsonElement.Parse(_bytes.Span, Lenient)
                : Text is { } text ? JsonElement.Parse(text, Lenient)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
