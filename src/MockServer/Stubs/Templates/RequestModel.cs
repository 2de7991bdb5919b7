using System.Globalization;
using System.Text.Json;
using SocialContract.MockServer.Stubs.Patterns;
using SocialContract.MockServer.Stubs.Requests;

namespace SocialContract.MockServer.Stubs.Templates;

/// <summary>What templates read: <c>request</c>, and <c>parameters</c>. Members are made when they are first read.</summary>
internal static class RequestModel
{
    /// <param name="variables">The variables of the path.</param>
    /// <param name="parameters">The stub's own; null: none.</param>
    public static TemplateObject Of(
        StubRequest request, IReadOnlyDictionary<string, string> variables, JsonElement? parameters) => new TemplateObject()
        .With("request", RequestOf(variables, request))
        .With("parameters", () => parameters is { } given ? TemplateJson.ValueOf(given) : new TemplateObject());

    private static TemplateObject RequestOf(IReadOnlyDictionary<string, string> variables, StubRequest request)
    {
        var line = new TemplateObject();
        AddLine(line, variables, request);
        var model = new TemplateObject();
        AddLine(model, variables, request);
        return model
            .With("requestLine", line)
            .With("headers", () => HeadersOf(request))
            .With("cookies", () => ValuesOf(request.CookieNames, request.Cookies))
            .With("body", () => request.Body.Text ?? "")
            .With("bodyAsBase64", () => Convert.ToBase64String(request.Body.Bytes.Span))
            .With("multipart", request.IsMultipart)
            .With("isMultipart", request.IsMultipart)
            .With("parts", () => PartsOf(request));
    }

    private static void AddLine(TemplateObject line, IReadOnlyDictionary<string, string> variables, StubRequest request) => line
        .With("method", new TemplateWord(request.Method))
        .With("url", () => request.Url)
        .With("path", () => PathOf(variables, request))
        .With("pathSegments", () => PathOf(variables, request))
        .With("query", () => ValuesOf(request.QueryNames, request.QueryParameters))
        .With("scheme", request.Scheme)
        .With("host", () => request.Host)
        .With("port", () => (decimal)request.Port)
        .With("baseUrl", () => BaseUrlOf(request))
        .With("clientIp", request.ClientIp ?? "");

    /// <summary>Written as the path; its segments by number, and the variables of the stub's template by name.</summary>
    private static TemplateList PathOf(IReadOnlyDictionary<string, string> variables, StubRequest request)
    {
        object?[] segments = [.. request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        return new TemplateList(segments, _ => request.Path) { Names = variables };
    }

    private static string BaseUrlOf(StubRequest request)
    {
        var isUsual = request.Port == (request.Scheme == "https" ? 443 : 80);
        return isUsual
            ? $"{request.Scheme}://{request.Host}"
            : string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}:{request.Port}");
    }

    private static TemplateObject ValuesOf(IEnumerable<string> names, Func<string, IReadOnlyList<PatternValue>> valuesOf)
    {
        var values = new TemplateObject();
        foreach (var name in names)
        {
            values.With(name, TemplateList.OfValues(valuesOf(name).Select(value => value.Text)));
        }

        return values;
    }

    private static TemplateObject HeadersOf(StubRequest request)
    {
        var headers = new TemplateObject(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, _) in request.Message.Headers)
        {
            headers.With(name, TemplateList.OfValues(request.Message.Headers.Lines(name)));
        }

        return headers;
    }

    private static TemplateObject PartsOf(StubRequest request)
    {
        var parts = new TemplateObject();
        foreach (var part in request.Parts)
        {
            var headers = new TemplateObject(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, _) in part.Headers)
            {
                headers.With(name, TemplateList.OfValues(part.Headers.Lines(name)));
            }

            parts.With(part.Name, new TemplateObject()
                .With("name", part.Name)
                .With("headers", headers)
                .With("body", part.Body.Text ?? "")
                .With("bodyAsBase64", Convert.ToBase64String(part.Body.Bytes.Span))
                .With("binary", false));
        }

        return parts;
    }
}
