using System.Collections.Frozen;
using System.Text;
using SocialContract.Contract.Diagnostics;
using SocialContract.Contract.Messages;

namespace SocialContract.Contract.Secrets;

/// <summary>
/// Removes secrets from what is printed, logged or stored: values that the document marks as secret, values with names that are always
/// secret, and the credentials in use. Thread-safe.
/// </summary>
public sealed class Redactor
{
    /// <summary>Replaces the value of a secret.</summary>
    public const string Word = "(redacted)";

    private static readonly string[] WellKnownNames =
        ["token", "access_token", "refresh_token", "api_key", "apikey", "key", "secret", "client_secret", "password", "code", "signature"];

    private static readonly string[] WellKnownHeaders =
        ["Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "X-Auth-Token"];

    private readonly SecretMembers _members;
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _headers;
    private readonly string[] _credentials;

    private Redactor(IReadOnlySet<string> documented, IEnumerable<string> credentials)
    {
        _members = new SecretMembers(documented.ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        _names = documented.Concat(WellKnownNames).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _headers = documented.Concat(WellKnownHeaders).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _credentials = [.. credentials.Where(credential => credential.Length > 0).OrderByDescending(credential => credential.Length)];
    }

    private Redactor(Redactor other, SecretMembers members) =>
        (_members, _names, _headers, _credentials) = (members, other._names, other._headers, other._credentials);

    /// <summary>Without a document: removes only what is always secret.</summary>
    public static Redactor WellKnown { get; } = new(new HashSet<string>(), []);

    /// <param name="credentials">Values that must not appear in any output.</param>
    public static Redactor Of(ContractDescription contract, params IEnumerable<string> credentials) =>
        new(SecretNames.Of(contract), credentials);

    /// <summary>
    /// For the response to a request of a test client: the client invented the values that it sent, so that they are not secret. In a
    /// body, a member's value stays if it occurs in that text, and so does null. Credentials are removed nevertheless.
    /// </summary>
    /// <param name="sent">The request's body.</param>
    public Redactor Allowing(string sent) => new(this, _members.Allowing(sent));

    /// <summary>
    /// A request target without the values of secret query parameters; control characters are percent-encoded, so that a target stays on
    /// one line. Allocates nothing if there is nothing to remove.
    /// </summary>
    public string Target(string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return ControlCharacters.PercentEncode(
            Text(query < 0 ? target : string.Concat(target.AsSpan(0, query + 1), Query(target[(query + 1)..]))));
    }

    /// <summary>A header's value, or its replacement; the name of an authentication scheme stays.</summary>
    public string Header(string name, string value)
    {
        if (!_headers.Contains(name))
        {
            return Text(value);
        }

        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && Http.FieldSyntax.IsToken(value.AsSpan(0, space)) ? $"{value[..space]} {Word}" : Word;
    }

    public HeaderFields Headers(HeaderFields headers) =>
        HeaderFields.Of(headers.Select(line => new KeyValuePair<string, string>(line.Key, Header(line.Key, line.Value))));

    /// <summary>
    /// A body without the values of the members that the document marks as secret. From a body that is not JSON, only credentials are
    /// removed.
    /// </summary>
    public ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> body)
    {
        body = _members.Removed(body);
        return Array.Exists(_credentials, credential => body.Span.IndexOf(Encoding.UTF8.GetBytes(credential)) >= 0)
            ? Encoding.UTF8.GetBytes(Text(Encoding.UTF8.GetString(body.Span)))
            : body;
    }

    public RequestMessage Request(RequestMessage request) =>
        new(request.Method, Target(request.Target), Headers(request.Headers), Body(request.Body))
        {
            Scheme = request.Scheme,
            Trailers = Headers(request.Trailers),
        };

    public ResponseMessage Response(ResponseMessage response) =>
        new(response.Status, Headers(response.Headers), Body(response.Body))
        {
            Reason = response.Reason,
            Trailers = Headers(response.Trailers),
        };

    /// <summary>A text without the credentials.</summary>
    public string Text(string text)
    {
        foreach (var credential in _credentials)
        {
            text = text.Replace(credential, Word, StringComparison.Ordinal);
        }

        return text;
    }

    private string Query(string query)
    {
        var pairs = query.Split('&');
        var changed = false;
        for (var index = 0; index < pairs.Length; index++)
        {
            var equals = pairs[index].IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && IsSecret(pairs[index][..equals]))
            {
                pairs[index] = $"{pairs[index][..equals]}={Word}";
                changed = true;
            }
        }

        return changed ? string.Join('&', pairs) : query;
    }

    /// <summary>Whether the name, or the name in its last brackets, is secret: <c>facebook_account[token]</c>.</summary>
    private bool IsSecret(string encodedName)
    {
        var name = Uri.UnescapeDataString(encodedName.Replace('+', ' '));
        var open = name.LastIndexOf('[');
        return _names.Contains(name) || (open >= 0 && name.EndsWith(']') && _names.Contains(name[(open + 1)..^1]));
    }
}
