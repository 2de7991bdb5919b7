using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Documents;
using SocialContract.MockServer.Serving;

namespace SocialContract.MockServer.Admin;

/// <summary>What the mock answers about itself, under <see cref="Prefix"/>: health, and the document as it is served now.</summary>
internal static class AdminEndpoints
{
    public const string Prefix = "/__admin";

    /// <returns>What the request log says of the answer.</returns>
    public static Task<string> AnswerAsync(HttpContext context, string path, ServedContract contract) => path[Prefix.Length..] switch
    {
        "/health" => OnlyGet(context, () => WriteAsync(context, "application/json", Health(contract), "health")),
        "/openapi.yaml" => OnlyGet(context, () => WriteAsync(context, "application/yaml", contract.Api.Documents.Entry.Text, "document")),
        "/openapi.json" => OnlyGet(context, () => WriteAsync(context, "application/json", contract.Api.Documents.Entry.Json, "document")),
        var rest => Referenced(contract, rest) is { } file
            ? OnlyGet(context, () => WriteAsync(context, IsJson(file) ? "application/json" : "application/yaml", file.Text, "document"))
            : Problems.WriteAsync(context, 404, "Not Found", $"The mock has nothing at {path}; it answers {Prefix}/health, {Prefix}/openapi.yaml and {Prefix}/openapi.json.", "no such path"),
    };

    private static Task<string> OnlyGet(HttpContext context, Func<Task<string>> answer)
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            return answer();
        }

        context.Response.Headers.Allow = "GET, HEAD";
        return Problems.WriteAsync(context, 405, "Method Not Allowed", $"{context.Request.Method} is not answered here; GET is.", "no such method");
    }

    private static async Task<string> WriteAsync(HttpContext context, string contentType, ReadOnlyMemory<byte> body, string what)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }

        return what;
    }

    private static byte[] Health(ServedContract contract)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("status", "healthy");
            json.WriteString("document", contract.Api.Title);
            json.WriteString("version", contract.Api.Version);
            json.WriteNumber("operations", contract.Api.Operations.Count);
            json.WriteNumber("diagnostics", contract.Api.Diagnostics.Count);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A file of the document by its path relative to the entry, so that a <c>$ref</c> in the entry as served here resolves.</summary>
    private static DocumentFile? Referenced(ServedContract contract, string rest)
    {
        var entry = contract.Api.Documents.Entry;
        return Uri.TryCreate(entry.Uri, rest.TrimStart('/'), out var uri)
            ? contract.Api.Documents.Files.FirstOrDefault(file => file != entry && file.Uri == uri)
            : null;
    }

    private static bool IsJson(DocumentFile file) => file.Text.Equals(file.Json);
}
