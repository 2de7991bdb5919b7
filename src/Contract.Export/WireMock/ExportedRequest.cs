using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SocialContract.Contract.Model;

namespace SocialContract.Contract.Export.WireMock;

/// <summary>The requests that a stub matches: those that meet every condition.</summary>
/// <param name="Method">A method, <c>ANY</c>, or <c>GET_OR_HEAD</c>.</param>
/// <param name="Path">A path or a path template; null: any path.</param>
/// <param name="Conditions">In order.</param>
internal sealed record ExportedRequest(string Method, string? Path, ImmutableList<StubCondition> Conditions)
{
    /// <param name="method">Upper case. WireMock answers HEAD as GET only where the stub says so.</param>
    public static ExportedRequest To(string method, string? path, bool withHead) =>
        new(method == "GET" && withHead ? "GET_OR_HEAD" : method, path, []);

    public ExportedRequest With(StubPart part, string name, JsonObject pattern) =>
        this with { Conditions = Conditions.Add(new(part, name, pattern)) };

    public ExportedRequest With(IEnumerable<StubCondition> conditions) => this with { Conditions = Conditions.AddRange(conditions) };

    public ExportedRequest Header(string name, JsonObject pattern) => With(StubPart.Header, name, pattern);

    public ExportedRequest Body(JsonObject pattern) => With(StubPart.Body, "", pattern);

    public JsonObject ToJson()
    {
        var request = new JsonObject { ["method"] = Method };
        request[Path is null ? "urlPattern" : PathTemplate.IsTemplated(Path) ? "urlPathTemplate" : "urlPath"] = Path ?? ".*";
        foreach (var part in Conditions.GroupBy(condition => condition.Part))
        {
            if (part.Key is StubPart.Body)
            {
                request["bodyPatterns"] = new JsonArray([.. part.Select(condition => condition.Pattern.DeepClone())]);
            }
            else if (part.Key is StubPart.Multipart)
            {
                request["multipartPatterns"] = new JsonArray([.. part.Select(Multipart)]);
            }
            else
            {
                request[NameOf(part.Key)] = Named(part);
            }
        }

        return request;
    }

    private static JsonObject Named(IGrouping<StubPart, StubCondition> part)
    {
        var comparer = part.Key == StubPart.Header ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        return new JsonObject(part
            .GroupBy(condition => condition.Name, condition => (JsonObject)condition.Pattern.DeepClone(), comparer)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)(group.Count() == 1 ? group.First() : StubPattern.And(group)))));
    }

    /// <summary>A part is named by its header; the member <c>name</c> of WireMock's pattern does not select it.</summary>
    private static JsonObject Multipart(StubCondition condition) => new()
    {
        ["matchingType"] = "ANY",
        ["headers"] = new JsonObject { ["Content-Disposition"] = StubPattern.Contains($"name=\"{condition.Name}\"") },
        ["bodyPatterns"] = new JsonArray(condition.Pattern.DeepClone()),
    };

    private static string NameOf(StubPart part) => part switch
    {
        StubPart.Path => "pathParameters",
        StubPart.Query => "queryParameters",
        StubPart.Form => "formParameters",
        _ => "headers",
    };
}

/// <summary>A condition for a value of the request.</summary>
/// <param name="Name">Of the parameter, header or field; empty for the body.</param>
internal sealed record StubCondition(StubPart Part, string Name, JsonObject Pattern);

/// <summary>A part of a request.</summary>
internal enum StubPart
{
    Path,
    Query,
    Header,

    /// <summary>A field of a form, decoded.</summary>
    Form,

    /// <summary>A part of a multipart form.</summary>
    Multipart,

    /// <summary>The body as sent.</summary>
    Body,
}
