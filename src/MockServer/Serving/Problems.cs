using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SocialContract.Contract.Diagnostics;

namespace SocialContract.MockServer.Serving;

/// <summary>RFC 9457 problem details for what the document has no answer for.</summary>
internal static class Problems
{
    // People read these bodies: quotes and angle brackets stay as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="nearest">The documented paths that the request may have meant.</param>
    /// <param name="diagnostics">The faults of the document that keep the mock from answering.</param>
    /// <returns><paramref name="what"/>, for the request log.</returns>
    public static async Task<string> WriteAsync(
        HttpContext context,
        int status,
        string title,
        string detail,
        string what,
        IReadOnlyList<string>? nearest = null,
        IReadOnlyList<Diagnostic>? diagnostics = null)
    {
        var body = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(body, Readable))
        {
            json.WriteStartObject();
            json.WriteString("type", "about:blank");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            if (nearest is not null)
            {
                json.WriteStartArray("nearest");
                foreach (var path in nearest)
                {
                    json.WriteStringValue(path);
                }

                json.WriteEndArray();
            }

            if (diagnostics is not null)
            {
                json.WriteStartArray("diagnostics");
                foreach (var diagnostic in diagnostics)
                {
                    json.WriteStartObject();
                    json.WriteString("code", diagnostic.Code);
                    json.WriteString("at", diagnostic.Position.ToString());
                    json.WriteString("pointer", diagnostic.Pointer);
                    json.WriteString("message", diagnostic.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = body.WrittenCount;
        context.Response.Headers[MockHeaders.Answer] = "mock";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
        }

        return what;
    }
}
