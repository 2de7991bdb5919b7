using System.Collections.Concurrent;
using System.Collections.Frozen;
using SocialContract.Contract.Http;
using SocialContract.Contract.Messages;
using SocialContract.Contract.Model;
using SocialContract.Contract.Schemas;

namespace SocialContract.Contract.Secrets;

/// <summary>What a document says of secrets: by place, and by name where a message is not one of the document's. Thread-safe.</summary>
internal sealed class SecretDocument
{
    private static readonly string[] UsualSchemes =
        ["Basic", "Bearer", "Digest", "DPoP", "HOBA", "Mutual", "Negotiate", "OAuth", "Token", "ApiKey", "AWS4-HMAC-SHA256"];

    private readonly IReadOnlyList<Operation> _operations;
    private readonly SchemaView? _view;
    private readonly SecretRoutes? _routes;
    private readonly Lazy<FrozenSet<string>> _names;
    private readonly Lazy<HashSet<Operation>> _known;
    private readonly Lazy<Dictionary<string, SecretPair>> _headers;
    private readonly Lazy<Dictionary<string, SecretPair>> _cookies;
    private readonly FrozenSet<string> _literalPaths;
    private readonly ConcurrentDictionary<object, SecretSchema?> _bodies = new();

    private SecretDocument(
        IReadOnlyList<Operation> operations,
        SchemaView? view,
        bool isMarked,
        Func<IEnumerable<string>> names,
        IEnumerable<string> schemes)
    {
        (_operations, _view) = (operations, isMarked ? view : null);
        _routes = view is null ? null : new SecretRoutes(operations, view, isMarked);
        _names = new(() => names().ToFrozenSet(StringComparer.OrdinalIgnoreCase));
        SchemeWords = UsualSchemes.Concat(schemes).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _known = new(() => [.. operations]);
        _headers = new(HeadersWithSecrets);
        _cookies = new(() => view is null ? [] : SecretPairs.OfCookies(operations, view));
        _literalPaths = operations.Select(operation => operation.Path)
            .Where(path => !PathTemplate.IsTemplated(path))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    public static SecretDocument Empty { get; } = new([], null, false, () => [], []);

    /// <summary>The names of secret members, parameters and headers, wherever they are.</summary>
    public FrozenSet<string> Names => _names.Value;

    /// <summary>The names of authentication schemes, which are shown.</summary>
    public FrozenSet<string> SchemeWords { get; }

    public static SecretDocument Of(ContractDescription contract)
    {
        // Most documents mark nothing, and a large document takes long to walk.
        var isMarked = contract.Documents.Files.Any(file => SecretMark.MayBeIn(file.Json.Span));
        var schemes = contract.SecuritySchemes.Values.Where(scheme => scheme.Kind != SecuritySchemeKind.MutualTls).ToList();
        var parameters = schemes.Select(scheme => scheme.ParameterName).ToList();
        return new SecretDocument(
            contract.Operations,
            contract.View,
            isMarked,
            () => isMarked ? SecretNames.Of(contract).Concat(parameters) : parameters,
            schemes.Select(scheme => scheme.Scheme).OfType<string>());
    }

    public bool IsSecretHeader(string name) => Names.Contains(name) || WellKnownNames.IsHeader(name) || _headers.Value.ContainsKey(name);

    public bool IsSecretMember(string name) => Names.Contains(name) || WellKnownNames.IsSecret(name, isDescribed: true);

    /// <summary>What the document says of a header with that name that is or holds a secret; null if it says nothing.</summary>
    public SecretPair? Header(string name) => _headers.Value.TryGetValue(name, out var header) ? header : null;

    /// <summary>What the document says of a cookie, whose value is always secret.</summary>
    public SecretPair Cookie(string name) =>
        _cookies.Value.TryGetValue(name, out var cookie) ? cookie : new SecretPair(name, null, true);

    /// <summary>Whether all of the target is a path of the document without parameters, which holds nothing that a client chose.</summary>
    public bool IsLiteral(string target) => _literalPaths.Contains(target);

    /// <summary>A request target, or an absolute URL, without its secrets; the target itself if it has none.</summary>
    public string Target(string? method, string target, List<string>? removed)
    {
        var parts = method is null ? TargetParts.OfReference(target) : TargetParts.OfRequest(target);
        if (!parts.HasQuery && !target.Contains('#', StringComparison.Ordinal) && parts.Authority.Length == 0
            && _routes?.HasPaths != true)
        {
            return target;
        }

        var shown = Shown(method, parts, removed);
        return shown == target ? target : shown;
    }

    private string Shown(string? method, TargetParts parts, List<string>? removed)
    {
        SecretPairs[]? queries = null;
        var path = parts.Path;
        return string.Concat(
            WithoutUserInfo(parts.Authority, removed),
            parts.HasPath ? WithoutPairsAfterHash(Path(path, method, removed)) : "",
            parts.HasQuery ? $"?{Pairs(parts.Query)}" : "",
            parts.HasFragment ? $"#{Pairs(parts.Fragment)}" : "");

        // An OAuth server puts tokens into the fragment of a redirect (RFC 6749, section 4.2.2).
        string WithoutPairsAfterHash(string shown) => shown.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash
            ? $"{shown[..hash]}#{Pairs(shown[(hash + 1)..])}"
            : shown;

        string Pairs(string pairs) =>
            NameValueText.Removed(pairs, name => QueryPair(name, path, method, ref queries), removed);
    }

    /// <summary>A pair that nothing describes, if its value is secret; else null.</summary>
    public SecretPair? Undescribed(string name) =>
        PairName.Parts(name).Any(IsNameOfSecret) ? new SecretPair(name, null, true) : null;

    private bool IsNameOfSecret(string name) => Names.Contains(name) || WellKnownNames.IsSecret(name, isDescribed: false);

    public SecretSchema? BodyOf(RequestMessage request)
    {
        if (_view is null || request.Body.IsEmpty)
        {
            return null;
        }

        var contents = _routes!.OperationsOf(request.Path, request.Method)
            .Select(operation => operation.RequestBody?.Content).OfType<IReadOnlyList<MediaType>>().ToList();
        return contents.Count == 1 ? BodyOf(contents[0], request.Headers) : Schema(contents.SelectMany(content => content));
    }

    public SecretSchema? BodyOf(ResponseMessage response, Operation? operation)
    {
        if (_view is null || operation is null || response.Body.IsEmpty || !_known.Value.Contains(operation))
        {
            return null;
        }

        return operation.ResponseFor(response.Status) is { } described
            ? BodyOf(described.Content, response.Headers)
            : _bodies.GetOrAdd(operation, _ => Schema(operation.Responses.SelectMany(other => other.Content)));
    }

    /// <summary>The schema of the media type that was sent; those of all, if the document does not have that one.</summary>
    private SecretSchema? BodyOf(IReadOnlyList<MediaType> content, HeaderFields headers)
    {
        var index = MediaTypeName.TryParse(headers["Content-Type"], out var sent) ? content.IndexFor(sent) : -1;
        return index >= 0
            ? _bodies.GetOrAdd(content[index], _ => Schema([content[index]]))
            : _bodies.GetOrAdd(content, _ => Schema(content));
    }

    private SecretSchema? Schema(IEnumerable<MediaType> content) =>
        SecretSchema.Of(
            _view!,
            content.Select(media => media.Node.IsSecret() ? media.Node : media.Schema?.Node).OfType<Documents.DocumentNode>());

    private string Path(string path, string? method, List<string>? removed)
    {
        if (_routes?.HasPaths != true)
        {
            return path;
        }

        // From the end, so that the ranges stay right.
        var shown = path;
        foreach (var secret in _routes.SecretsIn(path, method).Reverse())
        {
            var range = secret.Key;
            var raw = path.Substring(range.Start, range.Length);
            removed?.AddRange(secret.SelectMany(
                parameter => parameter is { } known ? SecretParts.OfText(raw, known) : SecretParts.OfSegment(raw)));
            shown = $"{shown[..range.Start]}{Redactor.Word}{shown[(range.Start + range.Length)..]}";
        }

        return shown;
    }

    /// <summary>What to show of the query's pair with that decoded name, if its value is secret; else null.</summary>
    /// <param name="queries">What the document says of the path's queries, once it was needed.</param>
    private SecretPair? QueryPair(string name, string path, string? method, ref SecretPairs[]? queries)
    {
        var undescribed = Undescribed(name);
        if (_routes is null || (undescribed is null && _view is null))
        {
            return undescribed;
        }

        queries ??= _routes.QueriesOf(path, method);
        var isDescribed = false;
        foreach (var query in queries)
        {
            switch (query.IsSecret(name, out var pair))
            {
                case true:
                    // A name that is known to be one of a secret is not a secret itself.
                    return IsNameOfSecret(name) ? pair with { Name = name } : pair;
                case false:
                    isDescribed = true;
                    break;
            }
        }

        return !isDescribed || PairName.Parts(name).Any(part => WellKnownNames.IsSecret(part, isDescribed: true)) ? undescribed : null;
    }

    private Dictionary<string, SecretPair> HeadersWithSecrets()
    {
        var found = new Dictionary<string, SecretPair>(StringComparer.OrdinalIgnoreCase);
        if (_view is null)
        {
            return found;
        }

        foreach (var header in _operations.SelectMany(operation => operation.Parameters
            .Where(parameter => parameter.In == ParameterLocation.Header)
            .Concat(operation.Responses.SelectMany(response => response.Headers))))
        {
            var known = SecretPairs.Of(header, _view);
            if (known.IsWhole || known.Schema?.HoldsSecret == true)
            {
                found.TryAdd(header.Name, known);
            }
        }

        return found;
    }

    private static string WithoutUserInfo(string authority, List<string>? removed)
    {
        var at = authority.LastIndexOf('@');
        if (at < 0)
        {
            return authority;
        }

        var start = authority.IndexOf("//", StringComparison.Ordinal) + 2;
        removed?.Add(authority[start..at]);
        return $"{authority[..start]}{Redactor.Word}{authority[at..]}";
    }
}
