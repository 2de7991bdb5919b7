using System.Text.Json;
using SocialContract.Contract.Http;
using SocialContract.MockServer.Responding;
using SocialContract.MockServer.Stubs.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>Reads response definitions.</summary>
internal static class ResponseDefinitionReader
{
    private const string Transformer = "response-template";

    private static readonly string[] ProxyMembers =
        ["proxyUrlPrefixToRemove", "additionalProxyRequestHeaders", "removeProxyRequestHeaders"];

    private static readonly string[] Members =
    [
        "status", "statusMessage", "headers", .. StubBodyReader.Names, "fixedDelayMilliseconds", "delayDistribution", "chunkedDribbleDelay",
        "fault", "proxyBaseUrl", .. ProxyMembers, "transformers", "transformerParameters", "fromConfiguredStub",
    ];

    private static readonly Dictionary<string, ConnectionFault> Faults = new(StringComparer.Ordinal)
    {
        ["EMPTY_RESPONSE"] = ConnectionFault.EmptyResponse,
        ["MALFORMED_RESPONSE_CHUNK"] = ConnectionFault.MalformedResponseChunk,
        ["RANDOM_DATA_THEN_CLOSE"] = ConnectionFault.RandomDataThenClose,
        ["CONNECTION_RESET_BY_PEER"] = ConnectionFault.ConnectionResetByPeer,
    };

    /// <param name="node">An object.</param>
    public static ResponseDefinition Read(StubNode node)
    {
        node.CheckMembers(Members);
        var isTemplate = IsTemplate(node.Member("transformers"));
        var response = new ResponseDefinition
        {
            Status = node.Member("status")?.Integer(100, 999) ?? 200,
            StatusMessage = Reason(node.Member("statusMessage")),
            Headers = Headers(node.Member("headers")),
            Body = StubBodyReader.Read(node),
            FixedDelay = node.Member("fixedDelayMilliseconds") is { } delay ? new(delay.Integer(0, StubDelay.MaxMilliseconds)) : null,
            RandomDelay = node.Member("delayDistribution") is { } distribution ? DelayReader.ReadDistribution(distribution) : null,
            Dribble = node.Member("chunkedDribbleDelay") is { } dribble ? DelayReader.ReadDribble(dribble) : null,
            Fault = Faults.GetValueOrDefault(node.Member("fault")?.OneOf(Faults.Keys) ?? ""),
            Proxy = Proxy(node),
            TransformerParameters =
                node.Member("transformerParameters") is { } parameters && parameters.IsObject() ? parameters.Value : null,
        };
        return isTemplate ? response with { Template = StubTemplateReader.Read(node, response) } : response;
    }

    private static string? Reason(StubNode? node)
    {
        var reason = node?.Text();
        if (reason is not null && !FieldSyntax.IsValue(reason))
        {
            node!.Value.Fault("a status message has only visible ASCII characters and spaces");
        }

        return reason;
    }

    private static List<KeyValuePair<string, string>> Headers(StubNode? node)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, given) in node?.Entries() ?? [])
        {
            if (!FieldSyntax.IsToken(name))
            {
                given.Fault($"'{name}' is not the name of a field (RFC 9110, section 5.1)");
            }

            foreach (var value in given.Kind == JsonValueKind.Array ? given.Elements() : [given])
            {
                if (value.Is(JsonValueKind.String, "a text, or an array of texts,"))
                {
                    headers.Add(new(name, Value(value)));
                }
            }
        }

        return headers;
    }

    private static string Value(StubNode node)
    {
        var value = node.Value.GetString()!;
        if (value.AsSpan().ContainsAny('\r', '\n', '\0'))
        {
            node.Fault("the value of a field cannot have line breaks");
        }

        return value;
    }

    private static ProxyTarget? Proxy(StubNode node)
    {
        if (node.Member("proxyBaseUrl") is not { } proxy)
        {
            foreach (var name in ProxyMembers.Where(name => node.Member(name) is not null))
            {
                node.Member(name)!.Value.Fault("it has no effect without `proxyBaseUrl`");
            }

            return null;
        }

        var url = proxy.Text();
        var isTemplate = url?.Contains("{{", StringComparison.Ordinal) == true;
        if (url is not null && !isTemplate && !(Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https"))
        {
            proxy.Fault($"'{url}' is not an absolute URL of http or https");
        }

        return new ProxyTarget(
            url ?? "",
            node.Member("proxyUrlPrefixToRemove")?.Text(),
            Headers(node.Member("additionalProxyRequestHeaders")),
            [.. (node.Member("removeProxyRequestHeaders")?.Elements() ?? []).Select(name => name.Text()).OfType<string>()]);
    }

    private static bool IsTemplate(StubNode? node)
    {
        var isTemplate = false;
        foreach (var name in node?.Elements() ?? [])
        {
            var transformer = name.Text();
            isTemplate |= transformer == Transformer;
            if (transformer is not (null or Transformer))
            {
                name.Fault($"the transformer '{transformer}' is code in Java and is not supported; only {Transformer} is");
            }
        }

        return isTemplate;
    }
}
