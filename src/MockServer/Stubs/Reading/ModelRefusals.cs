using System.Text.Json;
using WireMock.Admin.Mappings;

namespace SocialContract.MockServer.Stubs.Reading;

/// <summary>
/// Adds a fault for each part of a stub in WireMock.Net's form that the mock does not run: code, templates that read files, webhooks.
/// </summary>
internal static class ModelRefusals
{
    private static readonly string[] Matchers =
    [
        "ContentTypeMatcher", "ExactMatcher", "ExactObjectMatcher", "FormUrlEncodedMatcher", "JmesPathMatcher", "JsonMatcher",
        "JsonPartialMatcher", "JsonPartialWildcardMatcher", "JsonPathMatcher", "NotNullOrEmptyMatcher", "RegexMatcher",
        "SimMetricsMatcher", "WildcardMatcher", "XPathMatcher",
    ];

    private static readonly string[] Operators = ["And", "Or", "Average"];

    private static readonly Dictionary<string, string> OfStub = new(StringComparer.Ordinal)
    {
        [nameof(MappingModel.Webhook)] = "webhooks are not supported; leave them out",
        [nameof(MappingModel.Webhooks)] = "webhooks are not supported; leave them out",
        [nameof(MappingModel.UseWebhooksFireAndForget)] = "webhooks are not supported; leave them out",
        [nameof(MappingModel.Probability)] = "a stub that responds by chance is not supported; use a scenario",
        [nameof(MappingModel.ProtoDefinition)] = "gRPC is not supported",
        [nameof(MappingModel.ProtoDefinitions)] = "gRPC is not supported",
    };

    private static readonly Dictionary<string, string> OfResponse = new(StringComparer.Ordinal)
    {
        [nameof(ResponseModel.Fault)] = "post the stub in Java WireMock's form, whose `fault` breaks the connection",
        [nameof(ResponseModel.TrailingHeaders)] = "trailing header fields are not supported",
        [nameof(ResponseModel.HeadersRaw)] = "use `Headers`",
        [nameof(ResponseModel.ProxyUrlReplaceSettings)] = "post the stub in Java WireMock's form, which has `proxyUrlPrefixToRemove`",
        [nameof(ResponseModel.WebProxy)] = "another proxy on the way is not supported",
        [nameof(ResponseModel.X509Certificate2ThumbprintOrSubjectName)] = "client certificates are not supported",
        [nameof(ResponseModel.ProtoDefinition)] = "gRPC is not supported",
        [nameof(ResponseModel.ProtoDefinitions)] = "gRPC is not supported",
        [nameof(ResponseModel.ProtoBufMessageType)] = "gRPC is not supported",
    };

    /// <summary>Members that a response may have together with a server's URL.</summary>
    private static readonly string[] BesideProxy =
    [
        nameof(ResponseModel.ProxyUrl), nameof(ResponseModel.Delay), nameof(ResponseModel.MinimumRandomDelay),
        nameof(ResponseModel.MaximumRandomDelay), .. OfResponse.Keys,
    ];

    public static void Add(StubNode stub)
    {
        AddMembers(stub, OfStub);
        if (stub.Member(nameof(MappingModel.Request)) is { } request)
        {
            AddRequest(request);
        }

        if (stub.Member(nameof(MappingModel.Response)) is { } response)
        {
            AddResponse(response);
        }
    }

    /// <summary>Checks the matchers of a request, however deep they are.</summary>
    public static void AddRequest(StubNode request)
    {
        AddOperator(request.Member(nameof(RequestModel.MethodsMatchOperator)));
        foreach (var name in (string[])[nameof(RequestModel.Path), nameof(RequestModel.Url), nameof(RequestModel.ClientIP)])
        {
            AddMatchers(request.Member(name));
        }

        foreach (var name in (string[])[nameof(RequestModel.Headers), nameof(RequestModel.Cookies), nameof(RequestModel.Params)])
        {
            foreach (var part in Listed(request.Member(name)))
            {
                if (part.Member(nameof(HeaderModel.Name)) is null)
                {
                    part.Fault("`Name` is expected");
                }

                AddMatchers(part);
            }
        }

        if (request.Member(nameof(RequestModel.Body)) is { } body)
        {
            AddMatchers(body);
            if (body.Member(nameof(BodyModel.Matcher)) is { } matcher)
            {
                AddMatcher(matcher);
            }
        }
    }

    private static void AddMatchers(StubNode? node)
    {
        if (node is { Kind: JsonValueKind.Object } part)
        {
            AddOperator(part.Member(nameof(HeaderModel.MatchOperator)));
            foreach (var matcher in Listed(part.Member(nameof(HeaderModel.Matchers))))
            {
                AddMatcher(matcher);
            }
        }
    }

    private static void AddMatcher(StubNode matcher)
    {
        AddOperator(matcher.Member(nameof(MatcherModel.MatchOperator)));
        if (matcher.Member(nameof(MatcherModel.Name)) is not { } name)
        {
            matcher.Fault($"`Name` is expected: {string.Join(", ", Matchers)}");
            return;
        }

        // The algorithm of SimMetrics follows its name and a dot.
        var text = name.Kind == JsonValueKind.String ? name.Value.GetString()! : "";
        if (text is "CSharpCodeMatcher" or "CSharpMatcher" or "LinqMatcher")
        {
            name.Fault($"{text} runs code, which the mock does not; use JsonPathMatcher, JmesPathMatcher or RegexMatcher");
        }
        else if (text is "GraphQLMatcher" or "GraphQLSchemaMatcher" or "MimePartMatcher" or "ProtoBufMatcher")
        {
            name.Fault($"{text} is not supported; in Java WireMock's form, multipart bodies have `multipartPatterns`");
        }
        else if (!text.StartsWith("SimMetricsMatcher.", StringComparison.Ordinal))
        {
            name.OneOf(Matchers);
        }
    }

    private static void AddOperator(StubNode? node) => node?.OneOf(Operators);

    private static IReadOnlyList<StubNode> Listed(StubNode? node) =>
        node is { Kind: JsonValueKind.Array } list
            ? [.. list.Elements().Where(element => element.Kind == JsonValueKind.Object)]
            : [];

    private static void AddResponse(StubNode response)
    {
        AddMembers(response, OfResponse);
        if (response.Member(nameof(ResponseModel.ProxyUrl)) is not null)
        {
            foreach (var name in response.Names.Where(name => !BesideProxy.Contains(name)))
            {
                response.Member(name)?.Fault("it has no effect beside `ProxyUrl`, which forwards the request; leave one of them out");
            }
        }

        ModelTemplates.AddFaults(response);
    }

    private static void AddMembers(StubNode node, Dictionary<string, string> refused)
    {
        foreach (var (name, reason) in refused)
        {
            node.Member(name)?.Fault(reason);
        }
    }
}
