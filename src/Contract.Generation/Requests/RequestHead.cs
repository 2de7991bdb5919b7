using SocialContract.Contract.Model;

namespace SocialContract.Contract.Generation.Requests;

/// <summary>Builds a request's target and headers from path parameters, query parameters, headers and cookies.</summary>
/// <param name="template">The operation's path with its parameters in braces.</param>
internal sealed class RequestHead(string template)
{
    private static readonly char[] WhiteSpace = [' ', '\t'];

    private readonly Dictionary<string, string> _path = new(StringComparer.Ordinal);
    private readonly List<string> _query = [];
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly List<string> _cookies = [];

    /// <summary>Path and query.</summary>
    public string Target
    {
        get
        {
            var path = PathTemplate.Filled(template, _path.GetValueOrDefault);
            return _query.Count == 0 ? path : $"{path}?{string.Join('&', _query)}";
        }
    }

    /// <summary>The headers in the order added; cookies form one header at the end.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers =>
        _cookies.Count == 0 ? _headers : [.. _headers, new("Cookie", string.Join("; ", _cookies))];

    /// <param name="text">The text from <see cref="ParameterWriter"/>, which contains the name for the query and cookies.</param>
    public void Add(Parameter parameter, string text)
    {
        switch (parameter.In)
        {
            case ParameterLocation.Path:
                AddPath(parameter.Name, text);
                break;
            case ParameterLocation.Query when text.Length > 0:
                _query.Add(text);
                break;
            case ParameterLocation.Header:
                AddHeader(parameter.Name, text);
                break;
            case ParameterLocation.Cookie:
                _cookies.Add(text);
                break;
        }
    }

    /// <summary>Adds a credential; a parameter that the document describes at the same place gives way to it.</summary>
    /// <param name="value">
    /// Not encoded here, so that the placeholder of a token stays readable; the caller encodes the token that replaces it.
    /// </param>
    public void AddCredential(ParameterLocation location, string name, string value)
    {
        switch (location)
        {
            case ParameterLocation.Query:
                var pair = $"{Uri.EscapeDataString(name)}=";
                _query.RemoveAll(text => text.StartsWith(pair, StringComparison.Ordinal));
                _query.Add($"{pair}{value}");
                break;
            case ParameterLocation.Cookie:
                _cookies.RemoveAll(text => text.StartsWith($"{name}=", StringComparison.Ordinal));
                _cookies.Add($"{name}={value}");
                break;
            default:
                _headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
                AddHeader(name, value);
                break;
        }
    }

    public void AddPath(string name, string text) => _path[name] = text;

    /// <summary>Adds a header without the white space around its value, which is not part of it (RFC 9110, section 5.5).</summary>
    public void AddHeader(string name, string value) => _headers.Add(new(name, value.Trim(WhiteSpace)));
}
