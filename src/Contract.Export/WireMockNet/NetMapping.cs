using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialContract.Contract.Export.WireMock;
using SocialContract.Contract.Generation.Requests;
using SocialContract.Contract.Routing;

namespace SocialContract.Contract.Export.WireMockNet;

/// <summary>Writes a stub as a mapping of WireMock.Net, its <c>MappingModel</c> as JSON.</summary>
internal static class NetMapping
{
    /// <summary>
    /// Text that has the words and the brackets of JSON; .NET's expressions count the open ones. What stands between them is not checked.
    /// </summary>
    private const string Json = """
        \A(?>\s+|[,:]|(?<open>[{\[])|(?<-open>[}\]])|"(?:[^"\\]|\\[\s\S])*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)*(?(open)(?!))\z
        """;

    /// <summary>The mapping; null where WireMock.Net has no matcher for a condition.</summary>
    /// <param name="priority">From 1, which is the first to be asked.</param>
    public static JsonObject? Of(Stub stub, int priority)
    {
        var request = new JsonObject();
        if (stub.Request.Method != "ANY")
        {
            request["Methods"] = stub.Request.Method == "GET_OR_HEAD" ? new JsonArray("GET", "HEAD") : new JsonArray(stub.Request.Method);
        }

        var (paths, urls, body) = (new JsonArray(), new JsonArray(), new JsonArray());
        var (headers, parameters) = (new JsonArray(), new JsonArray());
        paths.Add(Matcher(PathExpression(stub.Request.Path, null, null)));
        foreach (var condition in stub.Request.Conditions)
        {
            var isWritten = condition.Part switch
            {
                StubPart.Header => AddHeader(condition, headers),
                StubPart.Query => AddParameter(condition, parameters, urls),
                StubPart.Path => AddPath(stub.Request.Path!, condition, paths),
                StubPart.Body => AddBody(stub, condition, body),
                _ => false,
            };
            if (!isWritten)
            {
                return null;
            }
        }

        Set(request, "Path", paths);
        Set(request, "Url", urls);
        AddIfAny(request, "Headers", headers);
        AddIfAny(request, "Params", parameters);
        Set(request, "Body", body);
        return new JsonObject
        {
            ["Guid"] = stub.Id.ToString(),
            ["Title"] = stub.Name,
            ["Priority"] = priority,
            ["Request"] = request,
            ["Response"] = Response(stub.Response),
        };
    }

    private static JsonObject Response(StubResponse response)
    {
        var written = new JsonObject { ["StatusCode"] = response.Status };
        if (response.ToJson()["headers"] is { } headers)
        {
            written["Headers"] = headers.DeepClone();
        }

        if ((response.Example ?? response.Body) is { } body)
        {
            written["Body"] = body;
        }

        return written;
    }

    /// <summary>
    /// An entry with <c>RejectOnMatch</c> of its own is met by a request without the header, and by one whose value matches.
    /// </summary>
    private static bool AddHeader(StubCondition condition, JsonArray headers)
    {
        if (NetPattern.Of(condition.Pattern) is not { } pattern)
        {
            return false;
        }

        var entry = new JsonObject
        {
            ["Name"] = condition.Name,
            ["Matchers"] = new JsonArray(Matcher(pattern.MustBeAbsent ? "(?!)" : pattern.Expression)),
        };
        if (pattern.MayBeAbsent)
        {
            entry["RejectOnMatch"] = true;
        }

        headers.Add(entry);
        return true;
    }

    /// <summary>A parameter that may be absent is asked for in the URL: an entry of a parameter always needs it.</summary>
    private static bool AddParameter(StubCondition condition, JsonArray parameters, JsonArray urls)
    {
        if (NetPattern.Of(condition.Pattern) is not { } pattern)
        {
            return false;
        }

        var before = $@"\A[^?]*\?(?:[\s\S]*&)?{Regex.Escape(Uri.EscapeDataString(condition.Name))}";
        if (pattern.MustBeAbsent)
        {
            urls.Add(Matcher($@"{before}(?:=[\s\S]*|&[\s\S]*)?\z", isRejected: true));
        }
        else if (pattern.MayBeAbsent)
        {
            // Only credentials: any text that is not empty.
            urls.Add(Matcher($@"{before}=[^&][\s\S]*\z", isRejected: true));
        }
        else
        {
            parameters.Add(new JsonObject { ["Name"] = condition.Name, ["Matchers"] = new JsonArray(Matcher(pattern.Expression)) });
        }

        return true;
    }

    private static bool AddPath(string path, StubCondition condition, JsonArray paths)
    {
        if (NetPattern.Of(condition.Pattern) is not { } pattern)
        {
            return false;
        }

        foreach (var excluded in pattern.Excluded)
        {
            paths.Add(Matcher(PathExpression(path, condition.Name, excluded), isRejected: true));
        }

        return true;
    }

    private static bool AddBody(Stub stub, StubCondition condition, JsonArray body)
    {
        if (JsonNode.DeepEquals(condition.Pattern, StubPattern.Absent) || JsonNode.DeepEquals(condition.Pattern, StubPattern.Present))
        {
            body.Add(new JsonObject { ["Name"] = "NotNullOrEmptyMatcher", ["RejectOnMatch"] = condition.Pattern.ContainsKey("absent") });
            return true;
        }

        if (JsonNode.DeepEquals(condition.Pattern, BodyStubs.NotJson))
        {
            body.Add(Matcher(Json.Trim(), isRejected: true));
            return true;
        }

        if (NetPattern.Of(condition.Pattern) is { } pattern)
        {
            // WireMock.Net keeps the parts of a multipart body, and not its text.
            body.Add(Matcher(pattern.Expression));
            return stub.Use?.MediaType is not { } media || !MediaTypes.IsMultipart(media.Name);
        }

        if (stub.Use is not { MediaType: not null } use || BodyQuery.Broken(use) is not { } query)
        {
            return false;
        }

        body.Add(new JsonObject { ["Name"] = "JmesPathMatcher", ["Pattern"] = query });
        return true;
    }

    /// <param name="name">The parameter that has an expression of its own.</param>
    private static string PathExpression(string? path, string? name, string? expression) =>
        path is null ? StubPattern.AnyText : @"\A" + string.Join('/', path.Split('/').Select(segment => string.Concat(
            TemplateSegment.Parse(segment).Parts.Select(part =>
                part.Text is { } text ? Regex.Escape(text) : part.Name == name ? $"(?:{expression})" : "[^/]+")))) + @"\z";

    private static JsonObject Matcher(string expression, bool isRejected = false)
    {
        var matcher = new JsonObject { ["Name"] = "RegexMatcher", ["Pattern"] = expression };
        if (isRejected)
        {
            matcher["RejectOnMatch"] = true;
        }

        return matcher;
    }

    private static void Set(JsonObject request, string part, JsonArray matchers)
    {
        if (matchers.Count > 0)
        {
            request[part] = new JsonObject { ["Matchers"] = matchers, ["MatchOperator"] = "And" };
        }
    }

    private static void AddIfAny(JsonObject request, string part, JsonArray entries)
    {
        if (entries.Count > 0)
        {
            request[part] = entries;
        }
    }
}
