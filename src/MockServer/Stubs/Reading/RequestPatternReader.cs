using System.Text;
using System.Text.Json;
using SocialContract.Contract.Diagnostics;
using SocialContract.MockServer.Stubs.Mappings;
using SocialContract.MockServer.Stubs.Patterns;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads request patterns.</summary>
internal sealed class RequestPatternReader(ValuePatternReader values)
{
    private static readonly string[] Schemes = ["http", "https"];

    /// <summary>Methods of RFC 9110 and PATCH, QUERY and WebDAV's, and Java WireMock's names for several.</summary>
    private static readonly string[] Methods =
    [
        MethodPattern.AnyName, MethodPattern.GetOrHeadName, "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT",
        "QUERY", "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "SEARCH", "PURGE", "LINK", "UNLINK",
    ];

    private static readonly string[] Members =
    [
        "scheme", "host", "port", "clientIp", "method", .. UrlReader.Names, "pathParameters", "queryParameters", "formParameters",
        "headers", "cookies", "basicAuthCredentials", "basicAuth", "bodyPatterns", "multipartPatterns", "customMatcher",
    ];

    private static readonly string[] PartMembers = ["name", "fileName", "matchingType", "headers", "bodyPatterns"];

    /// <param name="node">An object.</param>
    public RequestPattern Read(StubNode node)
    {
        node.CheckMembers(Members);
        node.Member("customMatcher")?.Fault("a custom matcher is code in Java and is not supported; use the other members");
        var url = UrlReader.Read(node);
        return new RequestPattern
        {
            Method = node.Member("method") is { } method ? Method(method) : MethodPattern.Any,
            Url = url,
            Scheme = node.Member("scheme")?.OneOf(Schemes),
            Host = node.Member("host") is { } host ? values.Read(host) : null,
            Port = node.Member("port")?.Integer(1, 65535),
            ClientIp = node.Member("clientIp") is { } clientIp ? values.Read(clientIp) : null,
            PathParameters = PathParameters(node.Member("pathParameters"), url),
            Headers = [.. Multiple(node.Member("headers")), .. Credentials(node)],
            QueryParameters = [.. Multiple(node.Member("queryParameters"))],
            FormParameters = [.. Multiple(node.Member("formParameters"))],
            Cookies = [.. Single(node.Member("cookies"))],
            Bodies = Bodies(node.Member("bodyPatterns")),
            Parts = [.. (node.Member("multipartPatterns")?.Elements() ?? []).Where(part => part.IsObject()).Select(Part)],
        };
    }

    private static MethodPattern Method(StubNode node)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            return node.OneOf(Methods) switch
            {
                MethodPattern.GetOrHeadName => new(["GET", "HEAD"]),
                MethodPattern.AnyName or null => MethodPattern.Any,
                var name => new([name]),
            };
        }

        node.CheckMembers(["oneOf", "noneOf"]);
        var (any, none) = (node.Member("oneOf"), node.Member("noneOf"));
        if ((any is null) == (none is null))
        {
            node.Fault("either `oneOf` or `noneOf` is expected");
        }

        var names = (any ?? none)?.Elements().Select(name => name.OneOf(Methods)).OfType<string>();
        return new([.. names ?? []], Negated: none is not null);
    }

    private List<KeyValuePair<string, ValuePattern>> PathParameters(StubNode? node, UrlPattern url)
    {
        if (node is not { } parameters)
        {
            return [];
        }

        if (url is not UrlPattern.Template { Path: var template })
        {
            parameters.Fault("path parameters need `urlPathTemplate`, such as /pets/{id}");
            return [];
        }

        foreach (var (name, parameter) in parameters.Entries().Where(entry => !template.Variables.Contains(entry.Name)))
        {
            var hint = NearestName.Find(name, template.Variables) is { } nearest ? $"; did you mean `{nearest}`?" : "";
            parameter.Fault($"the template {template.Text} does not have this variable{hint}");
        }

        return [.. Single(parameters)];
    }

    private IEnumerable<KeyValuePair<string, ValuePattern>> Single(StubNode? node)
    {
        foreach (var (name, pattern) in node?.Entries() ?? [])
        {
            if (values.Read(pattern) is { } read)
            {
                yield return new(name, read);
            }
        }
    }

    private IEnumerable<KeyValuePair<string, MultiValuePattern>> Multiple(StubNode? node)
    {
        foreach (var (name, pattern) in node?.Entries() ?? [])
        {
            if (values.ReadMultiple(pattern) is { } read)
            {
                yield return new(name, read);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, MultiValuePattern>> Credentials(StubNode node)
    {
        if ((node.Member("basicAuthCredentials") ?? node.Member("basicAuth")) is not { } credentials || !credentials.IsObject())
        {
            yield break;
        }

        credentials.CheckMembers(["username", "password"]);
        var (user, password) = (credentials.Member("username")?.Text(), credentials.Member("password")?.Text());
        if (user is null || password is null)
        {
            credentials.Fault("`username` and `password` are expected");
        }

        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        yield return new("Authorization", new MultiValuePattern.AnyOf(new BasicCredentialsPattern(encoded)));
    }

    private List<ValuePattern> Bodies(StubNode? node) =>
        [.. (node?.Elements() ?? []).Select(body => values.Read(body, isBody: true)).OfType<ValuePattern>()];

    private MultipartPattern Part(StubNode node)
    {
        node.CheckMembers(PartMembers);
        return new MultipartPattern(
            node.Member("name")?.Text(),
            node.Member("fileName")?.Text(),
            node.Member("matchingType")?.OneOf(["ANY", "ALL"]) == "ALL",
            [.. Multiple(node.Member("headers"))],
            Bodies(node.Member("bodyPatterns")));
    }
}
