using System.Text;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.RegularExpressions;

namespace SocialContract.MockServer.Stubs.Requests;

/// <summary>
/// A request as request patterns test it. Its query, cookies, form, parts and JSON are read when they are first asked for, and once for
/// all stubs. Used by one thread.
/// </summary>
internal sealed class StubRequest
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly IReadOnlyList<PatternValue> NoValues = [];

    private Dictionary<string, IReadOnlyList<PatternValue>>? _headers;
    private Dictionary<string, List<PatternValue>>? _query;
    private Dictionary<string, List<PatternValue>>? _form;
    private Dictionary<string, List<PatternValue>>? _cookies;
    private IReadOnlyList<StubRequestPart>? _parts;
    private PatternValue? _body;
    private string? _path;
    private string? _url;
    private (string Host, int Port)? _authority;

    /// <param name="clientIp">The address of the client; null if it is not known.</param>
    public StubRequest(RequestMessage message, string? clientIp = null) => (Message, ClientIp) = (message, clientIp);

    public RequestMessage Message { get; }

    public string? ClientIp { get; }

    /// <summary>The regular expressions that took too long on this request.</summary>
    public PatternTimeouts Timeouts { get; } = new();

    public string Method => Message.Method;

    public string Scheme => Message.Scheme;

    /// <summary>As sent, percent-encoded.</summary>
    public string Path => _path ??= Message.Path;

    /// <summary>Path and query as sent, percent-encoded.</summary>
    public string Url => _url ??= Message.Target.StartsWith('/') ? Message.Target
        : Message.Query is { Length: > 0 } query ? $"{Path}?{query}"
        : Path;

    /// <summary>Of the Host field or the absolute target; empty if there is neither.</summary>
    public string Host => Authority.Host;

    /// <summary>Of the Host field or the absolute target; else that of the scheme.</summary>
    public int Port => Authority.Port;

    public PatternValue Body => _body ??= new(Message.Body, BodyEncoding(Message.Headers["Content-Type"]), Timeouts);

    public bool IsMultipart => Message.Headers["Content-Type"]?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    public IReadOnlyList<StubRequestPart> Parts => _parts ??= StubRequestPart.Read(Message, Timeouts);

    private (string Host, int Port) Authority => _authority ??= ReadAuthority();

    public PatternValue Value(string? text) => new(text, Timeouts);

    /// <summary>The value of each line of a field.</summary>
    public IReadOnlyList<PatternValue> Headers(string name)
    {
        _headers ??= new(StringComparer.OrdinalIgnoreCase);
        if (!_headers.TryGetValue(name, out var values))
        {
            values = Message.Headers.Contains(name) ? [.. Message.Headers.Lines(name).Select(Value)] : NoValues;
            _headers[name] = values;
        }

        return values;
    }

    /// <summary>The decoded values of a query parameter.</summary>
    public IReadOnlyList<PatternValue> QueryParameters(string name) => Of(_query ??= Pairs(Message.Query), name);

    /// <summary>The decoded values of a field of a url-encoded form.</summary>
    public IReadOnlyList<PatternValue> FormParameters(string name) => Of(_form ??= ReadForm(), name);

    /// <summary>The names of the query's parameters, in order.</summary>
    public IEnumerable<string> QueryNames => (_query ??= Pairs(Message.Query)).Keys;

    public IEnumerable<string> CookieNames => (_cookies ??= ReadCookies()).Keys;

    public IReadOnlyList<PatternValue> Cookies(string name) => Of(_cookies ??= ReadCookies(), name);

    /// <summary>The encoding that a Content-Type names; UTF-8 if it names none that is known.</summary>
    internal static Encoding BodyEncoding(string? contentType)
    {
        if (MediaTypeName.TryParse(contentType, out var type) && type.TryGetParameter("charset", out var charset)
            && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                return Encoding.GetEncoding(charset.ToString());
            }
            catch (ArgumentException)
            {
                return Utf8;
            }
        }

        return Utf8;
    }

    private static IReadOnlyList<PatternValue> Of(Dictionary<string, List<PatternValue>> all, string name) =>
        all.TryGetValue(name, out var values) ? values : NoValues;

    private Dictionary<string, List<PatternValue>> ReadForm() =>
        MediaTypeName.TryParse(Message.Headers["Content-Type"], out var type) && type.IsUrlEncodedForm
            ? Pairs(Body.Text ?? "")
            : [];

    private Dictionary<string, List<PatternValue>> Pairs(string text)
    {
        var pairs = new Dictionary<string, List<PatternValue>>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            var pair = NameValuePair.At<char>(text, at, "&");
            if (!pair.IsEmpty)
            {
                Add(pairs, NameValuePair.Decoded(pair.Name<char>(text)), NameValuePair.Decoded(pair.Value<char>(text)));
            }

            at = pair.End + 1;
        }

        return pairs;
    }

    private Dictionary<string, List<PatternValue>> ReadCookies()
    {
        var cookies = new Dictionary<string, List<PatternValue>>(StringComparer.Ordinal);
        foreach (var line in Message.Headers.Lines("Cookie"))
        {
            for (var at = 0; at < line.Length;)
            {
                var pair = NameValuePair.CookieAt(line, at);
                if (!pair.IsEmpty)
                {
                    Add(cookies, pair.Name<char>(line).ToString(), pair.Value<char>(line).Trim('"').ToString());
                }

                at = pair.End + 1;
            }
        }

        return cookies;
    }

    private void Add(Dictionary<string, List<PatternValue>> values, string name, string value)
    {
        if (!values.TryGetValue(name, out var list))
        {
            values[name] = list = [];
        }

        list.Add(Value(value));
    }

    private (string Host, int Port) ReadAuthority()
    {
        var host = Uri.TryCreate(Message.Url, UriKind.Absolute, out var url) && url.IsAbsoluteUri ? url.Host : "";
        return (host.Trim('[', ']'), url is { Port: >= 0 } ? url.Port : Scheme == "https" ? 443 : 80);
    }
}
