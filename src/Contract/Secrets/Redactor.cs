using System.Text;
using System.Text.Unicode;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Rules;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Removes secrets from what is printed, logged or stored: values that the document marks as secret (<c>x-secret</c>, <c>format:
/// password</c>, credentials of security schemes), each by its place in a message; values with names that are always secret; and the
/// credentials in use, in every encoding. Thread-safe.
/// </summary>
public sealed class Redactor
{
    /// <summary>Replaces the value of a secret.</summary>
    public const string Word = "(redacted)";

    /// <summary>The shell variable that stands for a token in requests and command lines that the kit prints.</summary>
    internal const string TokenVariable = "$CONTRACT_TOKEN";

    /// <summary>
    /// The length from which a message's secret is removed from other texts too. A shorter one is removed only from its own place, because
    /// ordinary words contain it. Characters.
    /// </summary>
    private const int ShortestLearnt = 4;

    private readonly SecretDocument _document;
    private readonly SecretText _text;
    private readonly SecretJson _json;
    private readonly SecretBody _body;

    private Redactor(SecretDocument document, SecretText text, SecretJson json) =>
        (_document, _text, _json, _body) = (document, text, json, new SecretBody(json, document.Undescribed));

    /// <summary>Without a document: removes only what is always secret.</summary>
    public static Redactor WellKnown { get; } = Of(SecretDocument.Empty, []);

    /// <param name="credentials">Values that must not appear in any output.</param>
    public static Redactor Of(ContractDescription contract, params IEnumerable<string> credentials) =>
        Of(SecretDocument.Of(contract), credentials);

    /// <summary>Without a document: removes the credentials, and what is always secret.</summary>
    public static Redactor Of(params IEnumerable<string> credentials) => Of(SecretDocument.Empty, credentials);

    private static Redactor Of(SecretDocument document, IEnumerable<string> credentials) =>
        new(document, SecretText.Of(credentials.SelectMany(CredentialParts.Of)), new SecretJson(document));

    /// <summary>
    /// For the response to a request of a test client: the client invented the values that it sent, so that they are not secret. In a
    /// body, a member's value stays if it occurs in that text, and so does null. Credentials are removed nevertheless.
    /// </summary>
    /// <param name="sent">The request's body.</param>
    public Redactor Allowing(string sent) => new(_document, _text, new SecretJson(_document, sent));

    /// <summary>Also removes the secrets of that request from texts, such as what was found in place of an expected value.</summary>
    public Redactor Knowing(RequestMessage request)
    {
        var removed = new List<string>();
        Request(request, removed);
        return Knowing(removed);
    }

    /// <summary>
    /// Also removes the secrets of that request from its target, if copies of them may be there. Allocates nothing for most requests.
    /// </summary>
    public Redactor KnowingCopies(RequestMessage request)
    {
        var isUsual = WellKnownNames.IsMethod(request.Method);
        if (isUsual && _document.IsLiteral(request.Target))
        {
            return this;
        }

        List<string>? secrets = null;
        if (!ReferenceEquals(_document.Target(request.Method, request.Target, null), request.Target))
        {
            _document.Target(request.Method, request.Target, secrets = []);
        }

        var target = isUsual ? request.Target : $"{request.Method} {request.Target}";
        foreach (var line in request.Headers)
        {
            if (_document.IsSecretHeader(line.Key) && SecretCopies.MayHoldHeader(target, line.Key, line.Value, ShortestLearnt))
            {
                Header(line.Key, line.Value, secrets ??= []);
            }
        }

        if (!request.Body.IsEmpty && SecretCopies.MayHoldBody(target, request, ShortestLearnt)
            && _document.BodyOf(request) is { HoldsSecret: true } schema)
        {
            _body.Removed(request.Body, request.Headers["Content-Type"], schema, secrets ??= []);
        }

        // A copy is the secret itself, or has an escape.
        return secrets is null ? this : Knowing(target.Contains('%', StringComparison.Ordinal)
            ? secrets
            : secrets.FindAll(secret => target.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Also removes these secrets of a message from texts; if there are very many, it removes the texts.</summary>
    internal Redactor Knowing(IEnumerable<string> secrets) => With(_text.With(Learnt(secrets)));

    /// <summary>Also removes these secrets of an earlier message from texts; of very many, the latest.</summary>
    internal Redactor Remembering(IEnumerable<string> secrets) => With(_text.Remembering(Learnt(secrets)));

    private Redactor With(SecretText text) => ReferenceEquals(text, _text) ? this : new(_document, text, _json);

    private static List<string> Learnt(IEnumerable<string> secrets) =>
        [.. secrets.Where(secret => secret.Length >= ShortestLearnt)
            // A plus sign is a space to what reads a copy of it in a query or form.
            .SelectMany(secret => secret.Contains('+', StringComparison.Ordinal) ? [secret, secret.Replace('+', ' ')] : (string[])[secret])
            .Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// A request target without secret segments of its path and values of its query; control characters are percent-encoded, so that a
    /// target stays on one line. Allocates nothing if there is nothing to remove.
    /// </summary>
    public string Target(string target) => Target(null, target);

    /// <inheritdoc cref="Target(string)"/>
    /// <param name="method">The request's method, which tells the operation; null where it is not known.</param>
    public string Target(string? method, string target) => Target(method, target, null);

    /// <summary>A request's method, without a secret that a client put there.</summary>
    public string Method(string method) => WellKnownNames.IsMethod(method) ? method : Text(method);

    /// <summary>A header's value, or its replacement; the name of an authentication scheme stays.</summary>
    public string Header(string name, string value) => Header(name, value, null);

    public HeaderFields Headers(HeaderFields headers) => Headers(headers, null);

    /// <summary>
    /// A body whose operation is not known, without the members that the document marks as secret anywhere. From a body that is not JSON,
    /// only credentials are removed.
    /// </summary>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body) => TextOf(_body.Removed(body, null, null, null));

    public RequestMessage Request(RequestMessage request)
    {
        var removed = new List<string>();
        var shown = Request(request, removed);
        var known = Knowing(removed);
        return ReferenceEquals(known, this) ? shown : known.WithoutCopies(shown);
    }

    /// <summary>A response to a request that no operation describes.</summary>
    public ResponseMessage Response(ResponseMessage response) => Response(response, null, out _);

    /// <param name="operation">The request's operation; null where the document has none.</param>
    public ResponseMessage Response(ResponseMessage response, Operation? operation) => Response(response, operation, out _);

    /// <summary>What a violation shows of its message, without secrets.</summary>
    public Violation Violation(Violation violation) => violation with
    {
        Instance = Text(violation.Instance),
        Found = Text(violation.Found),
        Nearest = violation.Nearest is null ? null : Text(violation.Nearest),
    };

    internal bool IsSecretMember(string name) => _document.IsSecretMember(name);

    internal bool IsSecretParameter(string name) => _document.IsSecretHeader(name);

    /// <summary>A text without the credentials, in whatever encoding they are in it.</summary>
    public string Text(string text) => _text.Removed(text);

    /// <param name="secrets">The values of the response that are not shown.</param>
    internal ResponseMessage Response(ResponseMessage response, Operation? operation, out IReadOnlyList<string> secrets)
    {
        var removed = new List<string>();
        var shown = Response(response, operation, removed);
        secrets = removed;
        var known = Knowing(removed);
        return ReferenceEquals(known, this) ? shown : known.WithoutCopies(shown);
    }

    /// <summary>
    /// A message whose secret places are redacted, without copies of secrets in its other places. Secret places are not looked for.
    /// </summary>
    internal ResponseMessage WithoutCopies(ResponseMessage response) =>
        new(response.Status, WithoutCopies(response.Headers), TextOf(response.Body))
        {
            Reason = response.Reason is { } reason ? Text(reason) : null,
            Trailers = WithoutCopies(response.Trailers),
        };

    private HeaderFields WithoutCopies(HeaderFields headers) => headers.Count == 0
        ? headers
        : HeaderFields.Of(headers.Select(line => new KeyValuePair<string, string>(Text(line.Key), Text(line.Value))));

    /// <param name="removed">Receives the values that are not shown.</param>
    private ResponseMessage Response(ResponseMessage response, Operation? operation, List<string> removed) =>
        new(
            response.Status,
            Headers(response.Headers, removed),
            TextOf(_body.Removed(response.Body, response.Headers["Content-Type"], _document.BodyOf(response, operation), removed)))
        {
            Reason = response.Reason is { } reason ? Text(reason) : null,
            Trailers = Headers(response.Trailers, removed),
        };

    /// <inheritdoc cref="WithoutCopies(ResponseMessage)"/>
    internal RequestMessage WithoutCopies(RequestMessage request) =>
        new(Method(request.Method), Text(request.Target), WithoutCopies(request.Headers), TextOf(request.Body))
        {
            Scheme = request.Scheme,
            Trailers = WithoutCopies(request.Trailers),
        };

    private RequestMessage Request(RequestMessage request, List<string> removed) =>
        new(
            Method(request.Method),
            Target(request.Method, request.Target, removed),
            Headers(request.Headers, removed),
            TextOf(_body.Removed(request.Body, request.Headers["Content-Type"], _document.BodyOf(request), removed)))
        {
            Scheme = request.Scheme,
            Trailers = Headers(request.Trailers, removed),
        };

    private string Target(string? method, string target, List<string>? removed) =>
        ControlCharacters.PercentEncode(Text(_document.Target(method, target, removed)));

    private string Header(string name, string value, List<string>? removed) =>
        _document.IsSecretHeader(name) ? SecretHeader.Hidden(name, value, _document, removed)
        : SecretHeader.IsUrl(name) ? SecretHeader.WithUrls(value, url => Target(null, url, removed))
        : Text(value);

    private HeaderFields Headers(HeaderFields headers, List<string>? removed) => headers.Count == 0
        ? headers
        : HeaderFields.Of(headers.Select(line =>
            new KeyValuePair<string, string>(Text(line.Key), Header(line.Key, line.Value, removed))));

    /// <summary>A body without the credentials; one that is not UTF-8 is searched byte by byte.</summary>
    private ReadOnlyMemory<byte> TextOf(ReadOnlyMemory<byte> body)
    {
        if (_text.IsEmpty || body.IsEmpty)
        {
            return body;
        }

        var encoding = Utf8.IsValid(body.Span) ? Encoding.UTF8 : Encoding.Latin1;
        var text = encoding.GetString(body.Span);
        var shown = Text(text);
        return ReferenceEquals(shown, text) ? body : encoding.GetBytes(shown);
    }
}
